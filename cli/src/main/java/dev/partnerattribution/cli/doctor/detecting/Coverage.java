package dev.partnerattribution.cli.doctor.detecting;

/** What of ours covers a way. */
public enum Coverage {
    RUNTIME_JAR("runtime jar", "runtime-jar"),
    AGENT("agent", "agent");

    private final String words;
    private final String label;

    Coverage(String words, String label) {
        this.words = words;
        this.label = label;
    }

    public String words() {
        return words;
    }

    /** In JSON. */
    public String label() {
        return label;
    }
}
