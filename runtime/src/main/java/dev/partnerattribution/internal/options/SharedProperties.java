package dev.partnerattribution.internal.options;

import org.jspecify.annotations.Nullable;

/**
 * The system properties under our prefix that nobody sets: word from one copy of our classes in a JVM to the others, which
 * share no class, and to tools that look at that JVM from outside. A program may replace all properties at any time, so what
 * stands here may be lost: whatever must not be is kept elsewhere too, such as {@link AgentStart}.
 */
public final class SharedProperties {
    public static final String PREFIX = "partner.attribution.";

    /**
     * Which properties the agent keeps from the start, each followed by a comma: those of the options, and those that tell the
     * program. A constant, so that the launcher has it without loading this class.
     */
    public static final String KEPT_FROM_THE_START = "sun.java.command,java.class.path,jdk.module.main.class,"
            + (PREFIX + OptionSource.GUID + ',')
            + (PREFIX + OptionSource.TRACKING_ID + ',')
            + (PREFIX + OptionSource.TRACKING_ID_IN_JAVA + ',')
            + (PREFIX + OptionSource.ARM_HOSTS + ',')
            + (PREFIX + OptionSource.ROUTES + ',')
            + (PREFIX + OptionSource.FOLLOW_JVMS + ',')
            + (PREFIX + OptionSource.RECEIPTS + ',')
            + (PREFIX + OptionSource.RECEIPT_DETAIL + ',')
            + (PREFIX + OptionSource.SUMMARY + ',')
            + (PREFIX + OptionSource.OPT_OUT + ',')
            + (PREFIX + OptionSource.VERBOSE + ',');

    /** The options of the agent, empty where it has none; set wherever there is an agent. */
    public static final String AGENT_OPTIONS = PREFIX + "agent";

    /** Set where a library that was woven asked for its helper. */
    public static final String WOVEN = PREFIX + "woven";

    /** What an attached agent has to say to who attached it. */
    public static final String ATTACHED = PREFIX + "attached";

    /** What was said so far in this JVM. */
    public static final String SAID = PREFIX + "said";

    private SharedProperties() {}

    /** Whether a library that was woven is in use, whichever copy of our classes asks. */
    public static boolean isWoven() {
        return get(WOVEN) != null;
    }

    static boolean isOne(String property) {
        return property.equals(AGENT_OPTIONS)
                || property.equals(WOVEN)
                || property.equals(ATTACHED)
                || property.equals(SAID);
    }

    /** The value of a system property, or null: also where the program's properties, or its security manager, refuse it. */
    static @Nullable String get(String property) {
        try {
            return System.getProperty(property);
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }
}
