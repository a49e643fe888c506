package dev.partnerattribution.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** Measured values of one kind, in the order in which they were measured. */
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

    /** How many there are. */
    public int size() {
        return values.size();
    }

    /** The value in the middle. */
    public double median() {
        return quantile(0.5);
    }

    /** The median, with the two values between which the middle half lies. */
    public String medianAndQuartiles() {
        return String.format(Locale.ROOT, "%.0f (%.0f…%.0f)", median(), quantile(0.25), quantile(0.75));
    }

    /** The mean, with what it may be off by: true of 95 in 100 series of measurements. */
    public String meanWithMargin() {
        double mean = mean(values);
        double variance = mean(
                values.stream().map(value -> (value - mean) * (value - mean)).toList());
        return String.format(Locale.ROOT, "%.0f ± %.0f", mean, 1.96 * Math.sqrt(variance / (values.size() - 1)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** By how much each value is over the one of the others that was measured along with it. */
    public Samples over(Samples others) {
        return paired(others, (value, other) -> value - other);
    }

    /** How many times each value is the one of the others that was measured along with it. */
    public Samples dividedBy(Samples others) {
        return paired(others, (value, other) -> value / other);
    }

    private Samples paired(Samples others, DoubleBinaryOperator operator) {
        if (values.size() != others.values.size()) {
            throw new IllegalArgumentException(values.size() + " values, and " + others.values.size() + " to pair");
        }
        Samples pairs = new Samples();
        for (int i = 0; i < values.size(); i++) {
            pairs.add(operator.applyAsDouble(values.get(i), others.values.get(i)));
        }
        return pairs;
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
