package dev.partnerattribution.receipts;

/** Something that a receipt is written for. Its numbers are given once, when it is taken down. */
public abstract class Receipt {
    private final long started = System.currentTimeMillis();
    private long number;

    Receipt() {}

    /** Counted from 1 in each JVM. */
    final void number(long given) {
        number = given;
    }

    final long number() {
        return number;
    }

    /** When it began, in milliseconds since 1970. */
    final long started() {
        return started;
    }

    /** Whether all is known that will be known. */
    abstract boolean isComplete();

    /** Nothing that becomes known from now on is kept. */
    void close() {}

    /** Writes the properties that are its own. */
    abstract void describe(Line line, Names names);

    abstract void count(Summary summary);

    abstract void record(Recording recording, Names names);
}
