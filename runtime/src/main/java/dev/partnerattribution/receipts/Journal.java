package dev.partnerattribution.receipts;

import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Stderr;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes receipts from the threads that send, and writes them on a daemon thread of its own, a few times a second. A receipt
 * is written when its request was answered; after a while, or when the JVM ends, without the answer.
 */
final class Journal implements Runnable {
    /** How many receipts may wait to be written, and how many requests for their answer: some 20 MB at most. */
    private static final int CAPACITY = 1 << 16;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A recording ends with the JVM before we can be asked for the rest. */
    private static final long PAUSE_WHILE_RECORDING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int LONGEST_END_SECONDS = 5;
    private static final long LONGEST_WAIT_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final Ring<Receipt> taken = new Ring<Receipt>(CAPACITY);
    private final Queue<Receipt> unanswered = new ArrayDeque<Receipt>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final @Nullable ReceiptFile file;
    private final @Nullable Summary summary;
    private final Names names;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ending;

    private Journal(@Nullable ReceiptFile file, @Nullable Summary summary, boolean full) {
        this.file = file;
        this.summary = summary;
        this.names = new Names(full);
    }

    /** Takes receipts, and writes them once it is started. */
    static Journal of(ReceiptOptions options) {
        String path = options.path();
        return new Journal(
                path == null ? null : new ReceiptFile(path), options.summary() ? new Summary() : null, options.full());
    }

    /** For recordings of JDK Flight Recorder alone. */
    static Journal ofRecordingsOnly() {
        return new Journal(null, null, false);
    }

    void start() {
        Thread writer = new Thread(this, "partner-attribution-receipts");
        writer.setDaemon(true);
        writer.setContextClassLoader(null); // a web application's would be kept from being collected
        writer.start();
        endWithTheJvm(new Thread(() -> end(writer), "partner-attribution-receipts-end"));
    }

    private static void endWithTheJvm(Thread end) {
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException | SecurityException e) {
            // It ends already, or nobody may know when it does: what is written until then stays.
        }
    }

    /** The writer writes the rest. A disk that hangs does not keep the JVM from ending. */
    private void end(Thread writer) {
        ending = true;
        LockSupport.unpark(writer);
        try {
            if (!ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                Stderr.once("receipts: " + file + " took nothing for " + LONGEST_END_SECONDS
                        + " seconds, while the program ends: the last ones are lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never waits. What does not fit is dropped; its number stays unused. */
    void add(Receipt receipt) {
        receipt.number(numbers.incrementAndGet());
        if (!taken.offer(receipt)) {
            dropped.incrementAndGet();
            receipt.close();
        }
    }

    @Override
    public void run() {
        while (ended.getCount() > 0) {
            LockSupport.parkNanos(this, Recording.isOn() ? PAUSE_WHILE_RECORDING_NANOS : PAUSE_NANOS);
            try {
                boolean last = ending;
                write(last);
                if (last) {
                    sayGoodbye();
                }
            } catch (Throwable e) { // nothing of ours may reach a program's handler of uncaught exceptions
                Stderr.once("receipts: unexpected " + e + "; please report this");
            }
        }
    }

    private void write(boolean everything) {
        for (Receipt next = taken.poll(); next != null; next = taken.poll()) {
            if (next.isComplete() || everything) {
                write(next);
            } else {
                await(next);
            }
        }
        writeAnswered(everything);
        if (file != null) {
            dropped.addAndGet(file.flush());
        }
    }

    private void await(Receipt next) {
        unanswered.add(next);
        if (unanswered.size() > CAPACITY) {
            write(unanswered.remove());
        }
    }

    private void writeAnswered(boolean everything) {
        long longAgo = System.currentTimeMillis() - LONGEST_WAIT_MILLIS;
        for (Iterator<Receipt> each = unanswered.iterator(); each.hasNext(); ) {
            Receipt receipt = each.next();
            if (everything || receipt.isComplete() || receipt.started() < longAgo) {
                write(receipt);
                each.remove();
            }
        }
    }

    private void write(Receipt receipt) {
        receipt.close();
        if (summary != null) {
            receipt.count(summary);
        }
        if (Recording.isOn()) {
            receipt.record(Recording.HERE, names);
        }
        if (file != null) {
            file.add(receipt, names);
        }
    }

    private void sayGoodbye() {
        try {
            if (file != null) {
                file.end(dropped.get());
            }
            if (dropped.get() > 0) {
                Stderr.once("receipts: " + dropped + " of " + numbers + " were dropped: they came faster than "
                        + (file == null ? "they could be counted" : file + " takes them"));
            }
            if (summary != null) {
                summary.print();
            }
        } finally {
            ended.countDown();
        }
    }
}
