package dev.partnerattribution.childjvm;

/** Stands for our agent: says with which options it was started, and what the program's own options were. */
public final class ProbeAgent {
    private ProbeAgent() {}

    public static void premain(String options) {
        System.out.println("agent " + options);
    }

    public static void main(String[] arguments) {
        System.out.println("program " + System.getProperty("theirs", "-"));
    }
}
