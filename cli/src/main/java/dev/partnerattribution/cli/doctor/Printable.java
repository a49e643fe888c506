package dev.partnerattribution.cli.doctor;

/** Foreign text as a terminal may have it: names of files can hold what would move its cursor. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean moves = type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
            printable.append(moves ? "\\u%04x".formatted(c) : Character.toString(c));
        });
        return printable.toString();
    }
}
