package dev.partnerattribution.templates;

import dev.partnerattribution.templates.Evaluation.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The template function {@code format('pid-{0}', …)}. */
final class FormatCall {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,2})}");

    private FormatCall() {}

    static Value of(Value format, List<Value> arguments) {
        Value result = new Value("", true);
        Matcher hole = HOLE.matcher(format.known());
        int from = 0;
        while (hole.find()) {
            int index = Integer.parseInt(hole.group(1));
            Value filling = index < arguments.size() ? arguments.get(index) : new Value("", false);
            result = result.then(new Value(format.known().substring(from, hole.start()), true))
                    .then(filling);
            from = hole.end();
        }
        return result.then(new Value(format.known().substring(from), format.whole()));
    }
}
