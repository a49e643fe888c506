package dev.partnerattribution.cli.doctor;

/** What of ours covers a way. */
enum Means {
    RUNTIME_JAR("runtime jar", "runtime-jar"),
    AGENT("agent", "agent");

    private final String words;
    private final String label;

    Means(String words, String label) {
        this.words = words;
        this.label = label;
    }

    String words() {
        return words;
    }

    /** In JSON. */
    String label() {
        return label;
    }
}
