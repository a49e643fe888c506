package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Value.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that make texts of texts. Of a text that is known in part they say as much as is certain. */
final class Texts {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,2})(?:[,:][^}]*)?}");

    private Texts() {}

    static Text concat(List<Value> parts) {
        Text all = Value.text("");
        for (Value part : parts) {
            all = all.then(part.asText());
        }
        return all;
    }

    static Text lower(Text text) {
        return new Text(text.known().toLowerCase(Locale.ROOT), text.whole());
    }

    static Text upper(Text text) {
        return new Text(text.known().toUpperCase(Locale.ROOT), text.whole());
    }

    static Text trim(Text text) {
        return text.whole()
                ? Value.text(text.known().strip())
                : new Text(text.known().stripLeading().stripTrailing(), false);
    }

    static Text format(Text format, List<Value> arguments) {
        Text result = Value.text("");
        Matcher hole = HOLE.matcher(format.known());
        int from = 0;
        while (result.whole() && hole.find()) {
            int index = Integer.parseInt(hole.group(1));
            Value filling = index < arguments.size() ? arguments.get(index) : Values.UNKNOWN;
            result = result.then(Value.text(format.known().substring(from, hole.start())))
                    .then(filling.asText());
            from = hole.end();
        }
        return result.then(new Text(format.known().substring(from), format.whole()));
    }

    /** The first so many characters. */
    static Text take(Text text, Value count) {
        return count instanceof Value.Numeral number ? part(text, 0, number.number()) : new Text("", false);
    }

    static Text skip(Text text, Value count) {
        return count instanceof Value.Numeral number
                ? part(text, Math.max(0, number.number()), Long.MAX_VALUE / 2)
                : Values.UNKNOWN;
    }

    static Text substring(Text text, List<Value> range) {
        boolean known = range.stream().allMatch(Value.Numeral.class::isInstance) && !range.isEmpty();
        if (!known) {
            return Values.UNKNOWN;
        }
        long from = ((Value.Numeral) range.get(0)).number();
        long length = range.size() > 1 ? ((Value.Numeral) range.get(1)).number() : Long.MAX_VALUE / 2;
        return from < 0 ? Values.UNKNOWN : part(text, from, length);
    }

    private static Text part(Text text, long from, long length) {
        if (length <= 0) {
            return Value.text("");
        }
        if (from >= text.known().length()) {
            return new Text("", text.whole());
        }
        boolean enough = from + length <= text.known().length();
        int end = enough ? (int) (from + length) : text.known().length();
        return new Text(text.known().substring((int) from, end), enough || text.whole());
    }

    static Text replace(Text text, Text old, Text with) {
        boolean known =
                text.whole() && old.whole() && with.whole() && !old.known().isEmpty();
        long longest = (long) text.known().length() * Math.max(1, with.known().length());
        return known && longest < 1 << 20
                ? Value.text(text.known().replace(old.known(), with.known()))
                : Values.UNKNOWN;
    }

    static Text join(List<Value> items, Text separator) {
        Text all = Value.text("");
        for (int i = 0; i < items.size(); i++) {
            all = i == 0 ? all : all.then(separator);
            all = all.then(items.get(i).asText());
        }
        return all;
    }

    static Value padLeft(Text text, List<Value> how) {
        if (!text.whole() || how.isEmpty() || !(how.get(0) instanceof Value.Numeral width) || width.number() > 64) {
            return Values.UNKNOWN;
        }
        Text with = how.size() > 1 ? how.get(1).asText() : Value.text(" ");
        int missing = (int) Math.max(0, width.number() - text.known().length());
        return with.whole() && with.known().length() == 1
                ? Value.text(with.known().repeat(missing) + text.known())
                : Values.UNKNOWN;
    }

    /** What looks for one text in another. */
    static Value search(String function, Value first, Value second) {
        if (!(first instanceof Text text && second instanceof Text part && text.whole() && part.whole())) {
            return Values.UNKNOWN;
        }
        String all = text.known().toLowerCase(Locale.ROOT);
        String searched = part.known().toLowerCase(Locale.ROOT);
        return switch (function) {
            case "startswith" -> new Value.Truth(all.startsWith(searched));
            case "endswith" -> new Value.Truth(all.endsWith(searched));
            case "contains" -> new Value.Truth(text.known().contains(part.known()));
            case "indexof" -> new Value.Numeral(all.indexOf(searched));
            case "lastindexof" -> new Value.Numeral(all.lastIndexOf(searched));
            default -> Values.UNKNOWN;
        };
    }

    static Value split(Text text, Text separator) {
        if (!text.whole() || !separator.whole() || separator.known().isEmpty()) {
            return Values.UNKNOWN;
        }
        return new Value.Items(Arrays.stream(text.known().split(Pattern.quote(separator.known()), -1))
                .map(part -> (Value) Value.text(part))
                .toList());
    }
}
