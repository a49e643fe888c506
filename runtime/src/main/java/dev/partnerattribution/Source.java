package dev.partnerattribution;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place where an operator can say something: option names, what was said, and how messages call it. */
final class Source {
    static final String GUID = "guid";
    static final String TRACKING_ID = "tracking-id";
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

    private static final String PROPERTY_PREFIX = "partner.attribution.";
    private static final String VARIABLE_PREFIX = "PARTNER_ATTRIBUTION_";

    /** How the agent hands its options to whatever copy of this class runs in the same JVM. */
    static final String AGENT_OPTIONS = PROPERTY_PREFIX + "agent";

    private final String kind;
    private final Map<String, String> values = new LinkedHashMap<String, String>();

    private Source(String kind) {
        this.kind = kind;
    }

    /**
     * Options of the agent, {@code key=value} separated by commas; those that are on or off may stand alone.
     *
     * @throws IllegalArgumentException if an option is unknown, repeated, or lacks its value
     */
    static Source agentOptions(String options) {
        Source source = new Source("agent option ");
        int end;
        for (int start = 0; start < options.length(); start = end + 1) {
            end = options.indexOf(',', start);
            end = end < 0 ? options.length() : end;
            source.addOption(options.substring(start, end).trim());
        }
        return source;
    }

    private void addOption(String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals).trim();
        if (option.isEmpty()) {
            return;
        }
        if (!isKnown(name)) {
            throw UnknownOption.of("agent option", name, OPTIONS);
        }
        if (equals < 0 && !isSwitch(name)) {
            throw new IllegalArgumentException("agent option " + name + " has no value: write " + name + "=...");
        }
        String value = equals < 0 ? "true" : option.substring(equals + 1).trim();
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException("agent option " + name + " is given twice: give it once");
        }
    }

    /** @throws IllegalArgumentException if a property has the product's prefix and no known name */
    static Source systemProperties(Map<String, String> properties) {
        Source source = new Source("system property ");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String name = property.getKey();
            if (!name.startsWith(PROPERTY_PREFIX) || isKept(name)) {
                continue;
            }
            String option = name.substring(PROPERTY_PREFIX.length());
            if (!isKnown(option)) {
                throw UnknownOption.of("system property", name, source.names());
            }
            boolean bare = property.getValue().isEmpty() && isSwitch(option);
            source.values.put(option, bare ? "true" : property.getValue());
        }
        return source;
    }

    /** What a JVM keeps under our prefix that nobody sets: the agent's options, its report, and what was said. */
    private static boolean isKept(String property) {
        return property.equals(AGENT_OPTIONS)
                || property.equals(PROPERTY_PREFIX + "attached")
                || property.equals(Stderr.SAID);
    }

    /** @throws IllegalArgumentException if a variable has the product's prefix and no known name, or is repeated */
    static Source environment(Map<String, String> environment) {
        Source source = new Source("environment variable ");
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(VARIABLE_PREFIX)) {
                continue;
            }
            String option = name.substring(VARIABLE_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            if (!isKnown(option)) {
                throw UnknownOption.of("environment variable", name, source.names());
            }
            if (source.values.put(option, variable.getValue()) != null) {
                throw new IllegalArgumentException(
                        source.name(option) + " is given twice, in different spellings: give it once");
            }
        }
        return source;
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
        return kind.startsWith("agent")
                ? option
                : VARIABLE_PREFIX + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
