package dev.partnerattribution.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as Markdown, with its columns aligned. */
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns, of which the first holds text and the others hold figures. */
    public MarkdownTable(String... columns) {
        rows.add(List.of(columns));
    }

    /** Adds a row. */
    public void row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + rows.get(0).size() + " columns");
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> Math.max(
                        3,
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        StringBuilder text = new StringBuilder();
        append(text, rows.get(0), widths);
        text.append(IntStream.range(0, widths.length)
                        .mapToObj(column -> column == 0 ? "-".repeat(widths[0]) : "-".repeat(widths[column] - 1) + ":")
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
        rows.subList(1, rows.size()).forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        text.append("| ");
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            text.append(column == 0 ? cell + padding : padding + cell)
                    .append(column == widths.length - 1 ? " |\n" : " | ");
        }
    }
}
