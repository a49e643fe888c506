package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.Symbols;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places in JSON that Maven fills in when it copies the file, such as {@code ${tracking.id}}. */
final class Filtered {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z][\\w.-]*)}");

    private Filtered() {}

    /** What a text comes to; it ends where it is not known what is filled in. In Bicep the sign means something else. */
    static Value.Text text(String text, Symbols symbols) {
        if (symbols.bicep() || !text.contains("${")) {
            return Value.text(text);
        }
        Value.Text result = Value.text("");
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (result.whole() && place.find()) {
            String filling = symbols.files().property(place.group(1));
            result = result.then(Value.text(text.substring(from, place.start())))
                    .then(filling == null ? Values.UNKNOWN : Value.text(filling));
            from = place.end();
        }
        return result.then(Value.text(text.substring(from)));
    }

    /** The first place in a text for which nothing is known; null if there is none. */
    static @Nullable String open(String text, Symbols symbols) {
        Matcher place = PLACE.matcher(symbols.bicep() ? "" : text);
        while (place.find()) {
            if (symbols.files().property(place.group(1)) == null) {
                return place.group();
            }
        }
        return null;
    }
}
