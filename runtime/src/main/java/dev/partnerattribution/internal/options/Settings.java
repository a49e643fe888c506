package dev.partnerattribution.internal.options;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.diagnostics.Quote;
import dev.partnerattribution.internal.useragent.ArmHosts;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator and the customer said, highest source first: agent options, or in their place what a program was woven with;
 * system properties; environment. A source that holds a mistake is never passed over in favour of the next.
 */
public final class Settings {
    private final OptionSource[] sources;

    private Settings(OptionSource... sources) {
        this.sources = sources;
    }

    /**
     * Reads all three sources of this JVM, with our own rights, whoever's code asks.
     *
     * @throws IllegalArgumentException if one of the agent's options is unknown or repeated, or a name is nearly that of the
     *     opt-out; the message names the source and the remedy
     * @throws SecurityException if a security manager forbids to read them
     */
    public static Settings read() {
        return OwnRights.areAll() ? ofThisJvm() : OwnRights.use(Settings::ofThisJvm);
    }

    private static Settings ofThisJvm() {
        Map<String, String> properties = SystemProperties.all();
        String agentOptions = AgentStart.options(properties.get(SharedProperties.AGENT_OPTIONS));
        String woven = agentOptions == null ? WovenOptions.given() : null;
        OptionSource highest = woven == null
                ? OptionSource.agentOptions(agentOptions == null ? "" : agentOptions)
                : OptionSource.wovenOptions(woven);
        return of(highest, properties, System.getenv());
    }

    public static Settings of(String agentOptions, Map<String, String> properties, Map<String, String> environment) {
        return of(OptionSource.agentOptions(agentOptions), properties, environment);
    }

    private static Settings of(OptionSource highest, Map<String, String> properties, Map<String, String> environment) {
        return new Settings(highest, OptionSource.systemProperties(properties), OptionSource.environment(environment));
    }

    /** See {@link OptionSource#ifInOrder}. */
    static void ifInOrder(String agentOptions, Runnable then) {
        try {
            OptionSource source = OptionSource.agentOptions(agentOptions);
            Settings settings = new Settings(source);
            settings.optOut();
            settings.verbose();
            settings.isOn(OptionSource.FOLLOW_JVMS);
            if (source.get(OptionSource.RECEIPTS) != null
                    || source.get(OptionSource.RECEIPT_DETAIL) != null
                    || source.get(OptionSource.SUMMARY) != null) {
                settings.receipts();
            }
            String id = idOption(source);
            if (id != null) {
                trackingId(source, id);
            }
            if (source.get(OptionSource.ARM_HOSTS) != null) {
                settings.armHosts();
            }
            if (source.get(OptionSource.ROUTES) != null) {
                settings.routes();
            }
        } catch (IllegalArgumentException e) {
            Diagnostics.once("off: " + e.getMessage());
            return;
        }
        then.run();
    }

    /** Which setting opts out, or null if none does. */
    @Nullable
    public String optOut() {
        for (OptionSource source : sources) {
            if (isOn(source, OptionSource.OPT_OUT)) {
                return source.name(OptionSource.OPT_OUT);
            }
        }
        return null;
    }

    /**
     * Whether the environment of a child process opts out, for that child alone.
     *
     * @throws IllegalArgumentException if one of our variables in it is malformed
     */
    public static boolean isOptedOut(Map<String, String> environment) {
        return isOn(OptionSource.environment(environment), OptionSource.OPT_OUT);
    }

    /** What stands in a source and is ignored, in words. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<String>();
        for (OptionSource source : sources) {
            warnings.addAll(source.unknown);
        }
        return warnings;
    }

    /** What was found in each source, in words: names alone, since an ID is said elsewhere, and a path may be a secret. */
    public String sources() {
        StringBuilder text = new StringBuilder();
        for (OptionSource source : sources) {
            text.append(text.length() == 0 ? "" : "; ").append(source.described());
        }
        return text.toString();
    }

    public boolean verbose() {
        return isOn(OptionSource.VERBOSE);
    }

    public ReceiptOptions receipts() {
        return new ReceiptOptions(receiptsPath(), isReceiptDetailFull(), isOn(OptionSource.SUMMARY), verbose());
    }

    private @Nullable String receiptsPath() {
        OptionSource source = highestWith(OptionSource.RECEIPTS);
        if (source == null) {
            return null;
        }
        String path = valueOf(source, OptionSource.RECEIPTS);
        if (path.trim().isEmpty()) {
            throw new IllegalArgumentException(source.name(OptionSource.RECEIPTS)
                    + " is empty: name a file, or a folder with a / at its end, or leave it out");
        }
        return path;
    }

    private boolean isReceiptDetailFull() {
        OptionSource source = highestWith(OptionSource.RECEIPT_DETAIL);
        if (source == null) {
            return false;
        }
        String value = valueOf(source, OptionSource.RECEIPT_DETAIL);
        if (!value.equals("full") && !value.equals("hashed")) {
            throw new IllegalArgumentException(
                    source.name(OptionSource.RECEIPT_DETAIL) + " is " + Quote.of(value) + ": write full or hashed");
        }
        return value.equals("full");
    }

    /** The options with which an agent says of a child JVM what these say of this one; null if none is to follow. */
    @Nullable
    public String optionsOfChildJvms(TrackingId id) {
        if (!isOn(OptionSource.FOLLOW_JVMS)) {
            return null;
        }
        StringBuilder options = new StringBuilder(OptionSource.TRACKING_ID + "=" + id);
        for (String option : OptionSource.OPTIONS) {
            OptionSource source = highestWith(option);
            if (source != null && !isOfThisJvmAlone(option)) {
                options.append(',').append(option).append('=').append(inAnyFolder(option, valueOf(source, option)));
            }
        }
        return options.toString();
    }

    /** A child may run in another folder than we do. */
    private static String inAnyFolder(String option, String value) {
        boolean folder = value.endsWith("/") || value.endsWith(File.separator);
        return option.equals(OptionSource.RECEIPTS) ? new File(value).getAbsolutePath() + (folder ? "/" : "") : value;
    }

    /** The ID is given in one form, and who opts out has no child that follows. */
    private static boolean isOfThisJvmAlone(String option) {
        return option.equals(OptionSource.GUID)
                || option.equals(OptionSource.TRACKING_ID)
                || option.equals(OptionSource.OPT_OUT);
    }

    public ArmHosts armHosts() {
        OptionSource source = highestWith(OptionSource.ARM_HOSTS);
        if (source == null) {
            return ArmHosts.KNOWN;
        }
        try {
            return ArmHosts.with(valueOf(source, OptionSource.ARM_HOSTS));
        } catch (IllegalArgumentException e) {
            throw named(source, OptionSource.ARM_HOSTS, e);
        }
    }

    public Set<Route> routes() {
        OptionSource source = highestWith(OptionSource.ROUTES);
        if (source == null) {
            return EnumSet.allOf(Route.class);
        }
        try {
            return Route.chosen(valueOf(source, OptionSource.ROUTES));
        } catch (IllegalArgumentException e) {
            throw named(source, OptionSource.ROUTES, e);
        }
    }

    /**
     * The known ARM hosts and those that the configuration adds. Where it holds a mistake, the known ones: it is {@link
     * dev.partnerattribution.Attribution} that says so. Reads every source anew.
     */
    public static ArmHosts armHostsInEffect() {
        try {
            return read().armHosts();
        } catch (RuntimeException e) {
            return ArmHosts.known();
        }
    }

    /** The tracking ID of the highest source that gives one, or null if none does. */
    public @Nullable SourcedId trackingId() {
        for (OptionSource source : sources) {
            String option = idOption(source);
            if (option != null) {
                return new SourcedId(trackingId(source, option), source.name(option));
            }
        }
        return null;
    }

    private static @Nullable String idOption(OptionSource source) {
        boolean guid = source.get(OptionSource.GUID) != null;
        boolean whole = source.get(OptionSource.TRACKING_ID) != null;
        if (guid && whole) {
            throw new IllegalArgumentException(
                    source.name(OptionSource.GUID) + " and " + source.name(OptionSource.TRACKING_ID)
                            + " are both given: keep the one that Partner Center shows");
        }
        return guid ? OptionSource.GUID : whole ? OptionSource.TRACKING_ID : null;
    }

    private static TrackingId trackingId(OptionSource source, String option) {
        String value = valueOf(source, option);
        try {
            return trackingId(option, value);
        } catch (IllegalArgumentException e) {
            throw named(source, option, e);
        }
    }

    static TrackingId trackingId(String option, String value) {
        return option.equals(OptionSource.GUID) ? TrackingId.ofGuid(value) : TrackingId.parse(value);
    }

    private boolean isOn(String option) {
        OptionSource source = highestWith(option);
        return source != null && isOn(source, option);
    }

    private static boolean isOn(OptionSource source, String option) {
        String value = source.get(option);
        if (value == null || OptionSource.isFalse(value)) {
            return false;
        }
        if (OptionSource.isTrue(value)) {
            return true;
        }
        throw new IllegalArgumentException(
                source.name(option) + " is " + Quote.of(value) + ": write true or false (or 1 or 0)");
    }

    private @Nullable OptionSource highestWith(String option) {
        for (OptionSource source : sources) {
            if (source.get(option) != null) {
                return source;
            }
        }
        return null;
    }

    private static String valueOf(OptionSource source, String option) {
        String value = source.get(option);
        return value == null ? "" : value;
    }

    private static IllegalArgumentException named(OptionSource source, String option, IllegalArgumentException fault) {
        return new IllegalArgumentException(source.name(option) + ": " + fault.getMessage(), fault);
    }
}
