package dev.partnerattribution.internal.receipts;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The receipts of requests whose answer has not come yet, the eldest first. Not thread-safe. */
final class Unanswered {
    private static final long LONGEST_WAIT_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final Queue<Receipt> receipts = new ArrayDeque<Receipt>();
    private long bytes;

    int size() {
        return receipts.size();
    }

    /** How much memory they may take. */
    long bytes() {
        return bytes;
    }

    void add(Receipt receipt) {
        receipts.add(receipt);
        bytes += receipt.bytes();
    }

    Receipt removeEldest() {
        Receipt eldest = receipts.remove();
        bytes -= eldest.bytes();
        return eldest;
    }

    /** Hands over those that wait no longer. */
    void removeDone(boolean all, Consumer<Receipt> taker) {
        long longAgo = System.currentTimeMillis() - LONGEST_WAIT_MILLIS;
        for (int left = receipts.size(); left > 0; left--) {
            Receipt receipt = removeEldest();
            if (all || receipt.isComplete() || receipt.started() < longAgo) {
                taker.accept(receipt);
            } else {
                add(receipt);
            }
        }
    }

    /** When to look again, if no answer comes. */
    long nanosToTheNext() {
        Receipt eldest = receipts.peek();
        long waited = eldest == null ? 0 : System.currentTimeMillis() - eldest.started();
        return TimeUnit.MILLISECONDS.toNanos(Math.max(0, LONGEST_WAIT_MILLIS - waited) + 1);
    }
}
