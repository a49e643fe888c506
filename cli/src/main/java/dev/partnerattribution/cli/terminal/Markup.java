package dev.partnerattribution.cli.terminal;

/** Texts within HTML. */
public final class Markup {
    private Markup() {}

    /** Returns what shows as this text, between tags and in a quoted attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
