package dev.partnerattribution;

import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator and the customer said, highest source first: agent options, system properties, environment. A source
 * that holds a mistake is never passed over in favour of the next.
 */
public final class Settings {
    private final Source[] sources;

    private Settings(Source... sources) {
        this.sources = sources;
    }

    /**
     * Reads all three sources of this JVM, with our own rights, whoever's code asks.
     *
     * @throws IllegalArgumentException if one of the agent's options is unknown or repeated, or a name is nearly that of the
     *     opt-out; the message names the source and the remedy
     * @throws SecurityException if a security manager forbids to read them
     */
    static Settings read() {
        return OwnRights.areAll() ? ofThisJvm() : OwnRights.use(Settings::ofThisJvm);
    }

    private static Settings ofThisJvm() {
        Map<String, String> properties = SystemProperties.all();
        String agentOptions = AgentStart.options(properties.get(SharedProperties.AGENT_OPTIONS));
        return of(agentOptions == null ? "" : agentOptions, properties, System.getenv());
    }

    static Settings of(String agentOptions, Map<String, String> properties, Map<String, String> environment) {
        return new Settings(
                Source.agentOptions(agentOptions),
                Source.systemProperties(properties),
                Source.environment(environment));
    }

    /**
     * Checks the options of an agent by themselves, so that a mistake in them is reported when the program starts rather
     * than when it first uses Azure: with one line on stderr. Loads as few classes as it can: also programs that never
     * use Azure pay for it.
     *
     * @param agentOptions what follows the jar in {@code -javaagent:jar=}
     * @param then is run if they are in order
     */
    public static void ifInOrder(String agentOptions, Runnable then) {
        try {
            Source source = Source.agentOptions(agentOptions);
            Settings settings = new Settings(source);
            settings.optOut();
            settings.verbose();
            settings.isOn(Source.FOLLOW_JVMS);
            if (source.get(Source.RECEIPTS) != null
                    || source.get(Source.RECEIPT_DETAIL) != null
                    || source.get(Source.SUMMARY) != null) {
                settings.receipts();
            }
            String id = idOption(source);
            if (id != null) {
                trackingId(source, id);
            }
            if (source.get(Source.ARM_HOSTS) != null) {
                settings.armHosts();
            }
            if (source.get(Source.ROUTES) != null) {
                settings.routes();
            }
        } catch (IllegalArgumentException e) {
            Stderr.once("off: " + e.getMessage());
            return;
        }
        then.run();
    }

    /** Which setting opts out, or null if none does. */
    @Nullable
    String optOut() {
        for (Source source : sources) {
            if (isOn(source, Source.OPT_OUT)) {
                return source.name(Source.OPT_OUT);
            }
        }
        return null;
    }

    /**
     * Whether the environment of a child process opts out, for that child alone.
     *
     * @throws IllegalArgumentException if one of our variables in it is malformed
     */
    static boolean isOptedOut(Map<String, String> environment) {
        return isOn(Source.environment(environment), Source.OPT_OUT);
    }

    /** What stands in a source and is ignored, in words. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<String>();
        for (Source source : sources) {
            warnings.addAll(source.unknown);
        }
        return warnings;
    }

    /** What was found in each source, in words: names alone, since an ID is said elsewhere, and a path may be a secret. */
    String sources() {
        StringBuilder text = new StringBuilder();
        for (Source source : sources) {
            text.append(text.length() == 0 ? "" : "; ").append(source.described());
        }
        return text.toString();
    }

    boolean verbose() {
        return isOn(Source.VERBOSE);
    }

    ReceiptOptions receipts() {
        return new ReceiptOptions(receiptsPath(), isReceiptDetailFull(), isOn(Source.SUMMARY));
    }

    private @Nullable String receiptsPath() {
        Source source = highestWith(Source.RECEIPTS);
        if (source == null) {
            return null;
        }
        String path = valueOf(source, Source.RECEIPTS);
        if (path.trim().isEmpty()) {
            throw new IllegalArgumentException(source.name(Source.RECEIPTS)
                    + " is empty: name a file, or a folder with a / at its end, or leave it out");
        }
        return path;
    }

    private boolean isReceiptDetailFull() {
        Source source = highestWith(Source.RECEIPT_DETAIL);
        if (source == null) {
            return false;
        }
        String value = valueOf(source, Source.RECEIPT_DETAIL);
        if (!value.equals("full") && !value.equals("hashed")) {
            throw new IllegalArgumentException(
                    source.name(Source.RECEIPT_DETAIL) + " is " + Quote.of(value) + ": write full or hashed");
        }
        return value.equals("full");
    }

    /** The options with which an agent says of a child JVM what these say of this one; null if none is to follow. */
    @Nullable
    String optionsOfChildJvms(TrackingId id) {
        if (!isOn(Source.FOLLOW_JVMS)) {
            return null;
        }
        StringBuilder options = new StringBuilder(Source.TRACKING_ID + "=" + id);
        for (String option : Source.OPTIONS) {
            Source source = highestWith(option);
            if (source != null && !isOfThisJvmAlone(option)) {
                options.append(',').append(option).append('=').append(inAnyFolder(option, valueOf(source, option)));
            }
        }
        return options.toString();
    }

    /** A child may run in another folder than we do. */
    private static String inAnyFolder(String option, String value) {
        boolean folder = value.endsWith("/") || value.endsWith(File.separator);
        return option.equals(Source.RECEIPTS) ? new File(value).getAbsolutePath() + (folder ? "/" : "") : value;
    }

    /** The ID is given in one form, and who opts out has no child that follows. */
    private static boolean isOfThisJvmAlone(String option) {
        return option.equals(Source.GUID) || option.equals(Source.TRACKING_ID) || option.equals(Source.OPT_OUT);
    }

    ArmHosts armHosts() {
        Source source = highestWith(Source.ARM_HOSTS);
        if (source == null) {
            return ArmHosts.KNOWN;
        }
        try {
            return ArmHosts.with(valueOf(source, Source.ARM_HOSTS));
        } catch (IllegalArgumentException e) {
            throw named(source, Source.ARM_HOSTS, e);
        }
    }

    Set<Route> routes() {
        Source source = highestWith(Source.ROUTES);
        if (source == null) {
            return EnumSet.allOf(Route.class);
        }
        try {
            return Route.chosen(valueOf(source, Source.ROUTES));
        } catch (IllegalArgumentException e) {
            throw named(source, Source.ROUTES, e);
        }
    }

    /** The tracking ID of the highest source that gives one, or null if none does. */
    @Nullable
    SourcedId trackingId() {
        for (Source source : sources) {
            String option = idOption(source);
            if (option != null) {
                return new SourcedId(trackingId(source, option), source.name(option));
            }
        }
        return null;
    }

    private static @Nullable String idOption(Source source) {
        boolean guid = source.get(Source.GUID) != null;
        boolean whole = source.get(Source.TRACKING_ID) != null;
        if (guid && whole) {
            throw new IllegalArgumentException(source.name(Source.GUID) + " and " + source.name(Source.TRACKING_ID)
                    + " are both given: keep the one that Partner Center shows");
        }
        return guid ? Source.GUID : whole ? Source.TRACKING_ID : null;
    }

    private static TrackingId trackingId(Source source, String option) {
        String value = valueOf(source, option);
        try {
            return trackingId(option, value);
        } catch (IllegalArgumentException e) {
            throw named(source, option, e);
        }
    }

    static TrackingId trackingId(String option, String value) {
        return option.equals(Source.GUID) ? TrackingId.ofGuid(value) : TrackingId.parse(value);
    }

    private boolean isOn(String option) {
        Source source = highestWith(option);
        return source != null && isOn(source, option);
    }

    private static boolean isOn(Source source, String option) {
        String value = source.get(option);
        if (value == null || Source.isFalse(value)) {
            return false;
        }
        if (Source.isTrue(value)) {
            return true;
        }
        throw new IllegalArgumentException(
                source.name(option) + " is " + Quote.of(value) + ": write true or false (or 1 or 0)");
    }

    private @Nullable Source highestWith(String option) {
        for (Source source : sources) {
            if (source.get(option) != null) {
                return source;
            }
        }
        return null;
    }

    private static String valueOf(Source source, String option) {
        String value = source.get(option);
        return value == null ? "" : value;
    }

    private static IllegalArgumentException named(Source source, String option, IllegalArgumentException fault) {
        return new IllegalArgumentException(source.name(option) + ": " + fault.getMessage(), fault);
    }
}
