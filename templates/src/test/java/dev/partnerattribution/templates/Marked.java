package dev.partnerattribution.templates;

import java.nio.charset.StandardCharsets;

/** A text in which {@code ¦} marks where a finding is expected; it is taken out before anybody reads the text. */
record Marked(String name, String text) {
    private static final String MARK = "¦";

    byte[] bytes() {
        return text.replace(MARK, "").getBytes(StandardCharsets.UTF_8);
    }

    Template template() {
        return Template.of(name, bytes());
    }

    Position position() {
        String before = text.substring(0, text.indexOf(MARK));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line + 1, before.length() - before.lastIndexOf('\n'));
    }
}
