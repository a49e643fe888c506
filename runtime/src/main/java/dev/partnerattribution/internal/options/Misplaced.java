package dev.partnerattribution.internal.options;

import dev.partnerattribution.internal.diagnostics.Quote;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands among the agent's options without being one, and what was probably meant by it. */
final class Misplaced {
    private Misplaced() {}

    /**
     * Rejects it.
     *
     * @param option what stands between two commas
     * @param before the name of the option before it, or null if it is the first
     */
    static IllegalArgumentException option(String option, @Nullable String before) {
        int equals = option.indexOf('=');
        if (equals >= 0) {
            return unknown(option.substring(0, equals).trim());
        }
        String id = isId(OptionSource.GUID, option)
                ? OptionSource.GUID
                : isId(OptionSource.TRACKING_ID, option) ? OptionSource.TRACKING_ID : null;
        if (id != null) {
            return new IllegalArgumentException("agent option " + Quote.of(option)
                    + " is a tracking ID without the name of its option: write " + id + "=" + option);
        }
        String list = isRoute(option) ? OptionSource.ROUTES : OptionSource.ARM_HOSTS;
        if (isRoute(option) || (list.equals(before) && option.indexOf('.') > 0)) {
            return new IllegalArgumentException("agent option " + Quote.of(option) + " is unknown: if it is one of the "
                    + list + ", write a ; before it, not a comma, and put the whole into quotes for the shell");
        }
        return unknown(option);
    }

    private static IllegalArgumentException unknown(String name) {
        String[] known = Arrays.copyOf(OptionSource.OPTIONS, OptionSource.OPTIONS.length + 1);
        known[known.length - 1] = OptionSource.CONFIG;
        return UnknownOption.of("agent option", name, known);
    }

    private static boolean isId(String option, String value) {
        try {
            Settings.trackingId(option, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isRoute(String name) {
        String label = name.startsWith("-") ? name.substring(1).trim() : name;
        for (Route route : Route.values()) {
            if (route.label().equals(label)) {
                return true;
            }
        }
        return false;
    }
}
