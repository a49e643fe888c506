package dev.partnerattribution.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values of one kind, one for each round. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    /** Adds the next one. */
    public void add(double value) {
        values.add(value);
    }

    /** Whether nothing was measured. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value in the middle. */
    public double median() {
        return quantile(0.5);
    }

    /** The median, with the two values between which the middle half lies. */
    public String medianAndQuartiles() {
        return String.format(Locale.ROOT, "%.0f (%.0f…%.0f)", median(), quantile(0.25), quantile(0.75));
    }

    private double quantile(double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
