package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One program on one JDK, with each agent. */
final class StartUpTable {
    private final List<Cost> costs;
    private final Cost none;
    private final Cost empty;

    StartUpTable(List<Cost> costs) {
        this.costs = costs;
        this.none = with(Variant.NONE).orElseThrow();
        this.empty = with(Variant.EMPTY).orElseThrow();
    }

    private Optional<Cost> with(String variant) {
        return costs.stream()
                .filter(cost -> cost.variant.name().equals(variant))
                .findFirst();
    }

    @Override
    public String toString() {
        MarkdownTable table = new MarkdownTable(
                "agent",
                "CPU ms, median (quartiles)",
                "over none",
                "÷ empty agent",
                "classes",
                "over empty",
                "bytes printed",
                "peak MiB",
                "over empty");
        costs.forEach(cost -> table.row(cells(cost)));
        return table
                + with(Variant.EMPTY_TRANSFORMER).map(cost -> over(cost, empty)).orElse("")
                + with(Variant.BEFORE).map(cost -> over(cost, empty)).orElse("")
                + with(Variant.OURS_WITH_GUID).map(cost -> over(cost, empty)).orElse("")
                + with(Variant.BEFORE)
                        .flatMap(before -> with(Variant.OURS_WITH_GUID).map(cost -> over(cost, before)))
                        .orElse("")
                + with(Variant.OPENTELEMETRY).map(this::besideOpenTelemetry).orElse("");
    }

    private String[] cells(Cost cost) {
        boolean memory = !cost.memory.isEmpty();
        return new String[] {
            cost.variant.name(),
            cost.cpu.medianAndQuartiles(),
            text("%+.0f", added(cost)),
            text("%.2f", cost.cpu.median() / empty.cpu.median()),
            text("%d", cost.classes),
            text("%+d", cost.classes - empty.classes),
            text("%d", cost.printed - none.printed),
            memory ? text("%.1f", cost.memory.median() / 1024) : "",
            memory ? text("%+.1f", (cost.memory.median() - empty.memory.median()) / 1024) : ""
        };
    }

    private double added(Cost cost) {
        return cost.cpu.median() - none.cpu.median();
    }

    private static String over(Cost cost, Cost other) {
        Samples pairs = cost.cpu.over(other.cpu);
        return text(
                "%n%s over %s, CPU ms, %d pairs: median %s, mean %s.%n",
                cost.variant.name(),
                other.variant.name(),
                pairs.size(),
                pairs.medianAndQuartiles(),
                pairs.meanWithMargin());
    }

    private String besideOpenTelemetry(Cost openTelemetry) {
        return text(
                "%nOurs with guid adds %.1f %% of what OpenTelemetry's agent adds.%n",
                100 * added(with(Variant.OURS_WITH_GUID).orElseThrow()) / added(openTelemetry));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
