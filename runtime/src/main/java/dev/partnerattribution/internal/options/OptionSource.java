package dev.partnerattribution.internal.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place where an operator can say something: option names, what was said, and how messages call it. */
public final class OptionSource {
    static final String GUID = "guid";
    static final String TRACKING_ID = "tracking-id";

    /** The same as the annotation spells it, which is understood in every source. */
    static final String TRACKING_ID_IN_JAVA = "trackingId";

    static final String ARM_HOSTS = "arm-hosts";
    static final String ROUTES = "routes";
    static final String FOLLOW_JVMS = "follow-jvms";
    static final String RECEIPTS = "receipts";
    static final String RECEIPT_DETAIL = "receipt-detail";
    static final String SUMMARY = "summary";
    static final String OPT_OUT = "opt-out";
    static final String VERBOSE = "verbose";

    /** Every option, in the order in which messages list them. */
    static final String[] OPTIONS = {
        GUID, TRACKING_ID, ARM_HOSTS, ROUTES, FOLLOW_JVMS, RECEIPTS, RECEIPT_DETAIL, SUMMARY, OPT_OUT, VERBOSE
    };

    /** The agent's own: its options in a file, which the launcher has read before, where it could. */
    static final String CONFIG = "config";

    static final String PROPERTY_PREFIX = SharedProperties.PREFIX;
    private static final String VARIABLE_PREFIX = "PARTNER_ATTRIBUTION_";

    private final String kind;
    private final Map<String, String> values = new LinkedHashMap<String, String>();

    private @Nullable String last;

    /** What stands in this source under our prefix and is nothing that we know, each in words. */
    final List<String> unknown = new ArrayList<String>();

    private OptionSource(String kind) {
        this.kind = kind;
    }

    /**
     * Checks the options of an agent by themselves, so that a mistake in them is reported when the program starts rather
     * than when it first uses Azure: with one line on stderr. Loads as few classes as it can: also programs that never
     * use Azure pay for it.
     *
     * <p>Found by reflection, which looks up the types of all public methods of the class: so this is the only one here.
     *
     * @param agentOptions what follows the jar in {@code -javaagent:jar=}
     * @param then is run if they are in order
     */
    public static void ifInOrder(String agentOptions, Runnable then) {
        Settings.ifInOrder(agentOptions, then);
    }

    /**
     * Options of the agent, {@code key=value} separated by commas; those that are on or off may stand alone.
     *
     * @throws IllegalArgumentException if an option is unknown, repeated, or lacks its value
     */
    static OptionSource agentOptions(String options) {
        return new OptionSource("agent option ").with(options);
    }

    /** The same, as they were given when the program was woven. */
    static OptionSource wovenOptions(String options) {
        return new OptionSource("woven option ").with(options);
    }

    private OptionSource with(String options) {
        int end;
        for (int start = 0; start < options.length(); start = end + 1) {
            end = options.indexOf(',', start);
            end = end < 0 ? options.length() : end;
            addOption(options.substring(start, end).trim());
        }
        return this;
    }

    private void addOption(String option) {
        int equals = option.indexOf('=');
        String name =
                canonical(equals < 0 ? option : option.substring(0, equals).trim());
        if (option.isEmpty()) {
            return;
        }
        if (!isKnown(name)) {
            throw name.equals(CONFIG) ? UnreadConfig.of(option) : Misplaced.option(option, last);
        }
        if (equals < 0 && !isSwitch(name)) {
            throw new IllegalArgumentException("agent option " + name + " has no value: write " + name + "=...");
        }
        String value = equals < 0 ? "true" : option.substring(equals + 1).trim();
        last = name;
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException("agent option " + name + " is given twice: give it once");
        }
    }

    /**
     * System properties. One that has our prefix and no known name is ignored, and listed among the unknown.
     *
     * @throws IllegalArgumentException if the name of one is nearly that of the opt-out, or one is given in two spellings
     */
    static OptionSource systemProperties(Map<String, String> properties) {
        OptionSource source = new OptionSource("system property ");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String name = property.getKey();
            if (name.startsWith(PROPERTY_PREFIX) && !SharedProperties.isOne(name)) {
                source.addProperty(name, property.getValue());
            }
        }
        return source;
    }

    private void addProperty(String name, String value) {
        String option = canonical(name.substring(PROPERTY_PREFIX.length()));
        if (isKnown(option)) {
            putOnce(option, value.isEmpty() && isSwitch(option) ? "true" : value);
        } else if (!MavenParameters.isOne(option)) {
            addUnknown("system property", name, option, value);
        }
    }

    /**
     * Environment variables, in any case: Windows ignores it. One that has our prefix and no known name is ignored, and listed
     * among the unknown unless Kubernetes makes it.
     *
     * @throws IllegalArgumentException if the name of one is nearly that of the opt-out, or one is given twice
     */
    static OptionSource environment(Map<String, String> environment) {
        OptionSource source = new OptionSource("environment variable ");
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().regionMatches(true, 0, VARIABLE_PREFIX, 0, VARIABLE_PREFIX.length())) {
                source.addVariable(variable.getKey(), variable.getValue());
            }
        }
        return source;
    }

    private void addVariable(String name, String value) {
        String rest = name.substring(VARIABLE_PREFIX.length()).toUpperCase(Locale.ROOT);
        boolean inJava = rest.equalsIgnoreCase(TRACKING_ID_IN_JAVA);
        String option = inJava ? TRACKING_ID : rest.toLowerCase(Locale.ROOT).replace('_', '-');
        if (isKnown(option)) {
            putOnce(option, value);
        } else if (!ServiceVariables.isOne(rest)) {
            addUnknown("environment variable", name, option, value);
        }
    }

    private void putOnce(String option, String value) {
        if (values.put(option, value) != null) {
            throw new IllegalArgumentException(name(option) + " is given twice, in different spellings: give it once");
        }
    }

    private static String canonical(String name) {
        return name.equals(TRACKING_ID_IN_JAVA) ? TRACKING_ID : name;
    }

    /** A name that we don't know says nothing to us, unless a customer may have meant to opt out by it. */
    private void addUnknown(String what, String name, String option, String value) {
        if (UnknownOption.isNearlyOptOut(option) && !isFalse(value)) {
            throw UnknownOption.of(what, name, names());
        }
        unknown.add("ignored: " + UnknownOption.of(what, name, names()).getMessage());
    }

    static boolean isFalse(String value) {
        return value.equalsIgnoreCase("false") || value.equals("0");
    }

    static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    private static boolean isKnown(String name) {
        for (String option : OPTIONS) {
            if (option.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSwitch(String option) {
        return option.equals(FOLLOW_JVMS) || option.equals(SUMMARY) || option.equals(OPT_OUT) || option.equals(VERBOSE);
    }

    /** What was said of an option here, or null. */
    @Nullable
    String get(String option) {
        return values.get(option);
    }

    /** What this source is, and which options it gives. */
    String described() {
        String plural = kind.trim().endsWith("y") ? kind.trim().replace("property", "properties") : kind.trim() + "s";
        return plural + ": " + (values.isEmpty() ? "none" : String.join(", ", values.keySet()));
    }

    /** What messages call an option of this source, such as {@code system property partner.attribution.guid}. */
    String name(String option) {
        return kind + spelled(option);
    }

    private String[] names() {
        String[] names = new String[OPTIONS.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = spelled(OPTIONS[i]);
        }
        return names;
    }

    private String spelled(String option) {
        if (kind.startsWith("system")) {
            return PROPERTY_PREFIX + option;
        }
        return kind.startsWith("environment")
                ? VARIABLE_PREFIX + option.toUpperCase(Locale.ROOT).replace('-', '_')
                : option;
    }
}
