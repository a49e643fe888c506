package dev.partnerattribution.templates.internal.stamping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One change to a file in the form that {@code patch} and every review tool reads. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder text = new StringBuilder();

    private UnifiedDiff(byte[] before, byte[] after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /** Empty if nothing changed. */
    public static String of(String file, byte[] before, byte[] after) {
        UnifiedDiff diff = new UnifiedDiff(before, after);
        int same = diff.sameAtStart();
        if (same == diff.before.size() && same == diff.after.size()) {
            return "";
        }
        String name = name(file);
        diff.text.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
        diff.hunk(same, diff.sameAtEnd(same));
        return diff.text.toString();
    }

    /**
     * As {@code patch -p0} takes it: from the working directory, as it refuses absolute paths; with a tab behind a name with a
     * space, which would end at the space otherwise; in quotes where a character could end the line.
     */
    private static String name(String file) {
        Path path = Path.of(file);
        Path here = Path.of("").toAbsolutePath();
        String name = path.isAbsolute() && path.startsWith(here)
                ? here.relativize(path).toString()
                : file;
        if (name.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7f)) {
            return quoted(name);
        }
        return name.indexOf(' ') < 0 ? name : name + '\t';
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= ' ' && b != '"' && b != '\\' && b != 0x7f;
            quoted.append(plain ? String.valueOf((char) b) : String.format("\\%03o", b & 0xff));
        }
        return quoted.append('"').toString();
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private int sameAtStart() {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }

    private int sameAtEnd(int sameAtStart) {
        int most = Math.min(before.size(), after.size()) - sameAtStart;
        int same = 0;
        while (same < most && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private void hunk(int same, int sameAtEnd) {
        int from = Math.max(0, same - CONTEXT);
        int trailing = Math.min(CONTEXT, sameAtEnd);
        int removedEnd = before.size() - sameAtEnd;
        int addedEnd = after.size() - sameAtEnd;
        text.append("@@ -").append(range(from, removedEnd + trailing));
        text.append(" +").append(range(from, addedEnd + trailing)).append(" @@\n");
        append(' ', before.subList(from, same));
        append('-', before.subList(same, removedEnd));
        append('+', after.subList(same, addedEnd));
        append(' ', before.subList(removedEnd, removedEnd + trailing));
    }

    /** Where a hunk of no lines is counted from the line before it. */
    private static String range(int from, int to) {
        return (to == from ? from : from + 1) + "," + (to - from);
    }

    private void append(char sign, List<String> lines) {
        for (String line : lines) {
            text.append(sign).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
