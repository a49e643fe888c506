package dev.partnerattribution.cli.report;

/** What is known of the receipts of one JVM: it numbers them from 1, lost ones too, and says at its end how many there were. */
final class Jvm {
    private final String name;
    private final Numbers seen = new Numbers();
    private long highest;
    private long dropped;
    private boolean ended;

    Jvm(String name) {
        this.name = name;
    }

    /** Whether it is none that was there before, in a file that was given twice, say. */
    boolean add(long number) {
        highest = Math.max(highest, number);
        return seen.add(number);
    }

    void end(Receipt.End end) {
        ended = true;
        dropped = Math.max(dropped, end.dropped());
        highest = Math.max(highest, end.written() + end.dropped());
    }

    /** Its process ID and start. */
    String name() {
        return name;
    }

    long receipts() {
        return seen.size();
    }

    /** Whether it told its end. If not, it runs still or was killed, and more may have been sent than its receipts say. */
    boolean isEnded() {
        return ended;
    }

    /** Those that it could not keep, by its own account. */
    long dropped() {
        return Math.min(dropped, lost());
    }

    /** Those that are not here, dropped ones included. */
    long lost() {
        return highest - seen.size();
    }
}
