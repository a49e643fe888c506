package dev.partnerattribution.internal.receipts;

import org.jspecify.annotations.Nullable;

/** Something that a receipt is written for. Its number is given once, when it is taken down. Holds nothing but text. */
public abstract class Receipt {
    /** An object of this kind, and its places in the queues. */
    private static final int OBJECT_BYTES = 128;

    private static final int STRING_BYTES = 40;

    private final long started = System.currentTimeMillis();
    private int bytes;
    private long number;

    Receipt() {}

    /** How much memory its texts may take: see {@link #bytesOf}. */
    abstract int bytesOfTexts();

    /** What a text may take of memory, as an upper bound. */
    static int bytesOf(@Nullable String text) {
        return text == null ? 0 : STRING_BYTES + 2 * text.length();
    }

    /** How much memory it may take, as an upper bound. The same however often it is asked. */
    final int bytes() {
        if (bytes == 0) {
            bytes = OBJECT_BYTES + bytesOfTexts();
        }
        return bytes;
    }

    /** Counted from 1 in each JVM. */
    final void number(long given) {
        number = given;
    }

    /** 0 before it is given. */
    final long number() {
        return number;
    }

    /** When it began, in milliseconds since 1970. */
    final long started() {
        return started;
    }

    /** Whether all is known that will be known. */
    abstract boolean isComplete();

    /** It was written, or won't be: lets go of everything; nothing that becomes known from now on is kept. */
    void close() {}

    /** Writes the properties that are its own. */
    abstract void describe(JsonLine line, NameHasher names);

    abstract void count(Summary summary);

    abstract void record(Recording recording);
}
