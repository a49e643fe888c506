package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.ReceiptOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes receipts from the threads that send, and writes them on a daemon thread of its own, which sleeps while there is nothing
 * to write. A receipt is written when its request was answered; after a while, or when the JVM ends, without the answer.
 */
final class Journal implements Runnable {
    /** How many receipts may wait to be written, if they don't take too much memory. */
    private static final int CAPACITY = 1 << 16;

    /** Receipts are let to gather, so that they are written together. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A recording may end at any time, without asking for the rest: there is no pause unless much has to be looked through. */
    private static final long PAUSE_WHILE_RECORDING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int FEW = 100;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int LONGEST_STANDSTILL_SECONDS = 5;
    private static final int MOST_TRIES = 1000;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final BoundedQueue<Receipt> taken = new BoundedQueue<Receipt>(CAPACITY);
    private final MemoryBudget memory = MemoryBudget.ofThisJvm();
    private final Unanswered unanswered = new Unanswered();
    private final WorkSignal signal = new WorkSignal();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final @Nullable String path;

    /** Made by the thread that writes it: for its name the JDK asks properties that may be the program's own, and wait. */
    private volatile @Nullable ReceiptFile file;

    private final @Nullable Summary summary;
    private final NameHasher names;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ending;

    /** Set at the very end: what is sent from then on nobody writes, and who goes on sending does not keep the end from coming. */
    private volatile boolean closed;

    private Journal(@Nullable String path, @Nullable Summary summary, boolean full) {
        this.path = path;
        this.summary = summary;
        this.names = new NameHasher(full);
    }

    /** Takes receipts, and writes them once it is started. */
    static Journal of(ReceiptOptions options) {
        return new Journal(options.path(), new Summary(options.summary(), options.verbose()), options.full());
    }

    /** For recordings of JDK Flight Recorder alone. */
    static Journal ofRecordingsOnly() {
        return new Journal(null, null, false);
    }

    /** @param beforeEnd is run when the JVM ends, and may add the last receipts */
    void start(Runnable beforeEnd) {
        DetachedThread.of(this, "partner-attribution-receipts").start();
        try {
            Runtime.getRuntime()
                    .addShutdownHook(DetachedThread.of(() -> end(beforeEnd), "partner-attribution-receipts-end"));
        } catch (IllegalStateException | SecurityException e) {
            // It ends already, or nobody may know when it does: what is written until then stays.
        }
    }

    /** The writer writes the rest, however long that takes where it gets on. A disk that hangs does not keep the JVM from ending. */
    private void end(Runnable beforeEnd) {
        beforeEnd.run();
        ending = true;
        signal.call();
        signal.hurry();
        try {
            long before = -1;
            while (before != written.get()) {
                before = written.get();
                if (ended.await(LONGEST_STANDSTILL_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
            Diagnostics.once("receipts: " + (file == null ? path : file) + " took nothing for "
                    + LONGEST_STANDSTILL_SECONDS + " seconds, while the program ends: the last ones are lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never waits. What does not fit is dropped; its number stays unused. */
    void add(Receipt receipt) {
        receipt.number(numbers.incrementAndGet());
        if (closed || !isTaken(receipt)) {
            dropped.incrementAndGet();
            receipt.close();
        }
        if (receipt.isComplete()) {
            signal.call();
        } else {
            signal.callIfAsleep();
        }
        if (memory.isTight() || taken.isHalfFull()) {
            signal.hurry();
        }
    }

    private boolean isTaken(Receipt receipt) {
        if (!memory.take(receipt.bytes())) {
            return false;
        }
        boolean isTaken = taken.offer(receipt);
        if (!isTaken) {
            memory.give(receipt.bytes());
        }
        return isTaken;
    }

    /** One that was added has become complete. */
    void isComplete() {
        signal.call();
    }

    @Override
    public void run() {
        while (ended.getCount() > 0) {
            try {
                pause();
                signal.begin();
                if (file == null && path != null) {
                    file = new ReceiptFile(path);
                }
                if (ending) {
                    write(true);
                    closed = true;
                    write(true);
                    sayGoodbye();
                } else {
                    rest(write(false));
                }
            } catch (Throwable e) { // nothing of ours may reach a program's handler of uncaught exceptions
                Diagnostics.once("receipts: unexpected " + e + "; please report this");
            }
        }
    }

    private void pause() {
        boolean recording = Recording.isOn();
        if (!ending && !(recording && unanswered.size() < FEW)) {
            signal.pause(recording ? PAUSE_WHILE_RECORDING_NANOS : PAUSE_NANOS);
        }
    }

    /** Waits for what there is to do: if there was nothing this time either, without an end. */
    private void rest(boolean anything) {
        boolean isBehind = file != null && file.isBehind();
        if (anything || isBehind || unanswered.size() > 0) {
            signal.doze(isBehind ? RETRY_NANOS : unanswered.nanosToTheNext());
        } else if (signal.lieDown()) {
            if (!taken.isEmpty()) {
                signal.call();
            }
            signal.sleep();
        }
    }

    /** Whether there was anything to write, or to wait for. */
    private boolean write(boolean everything) {
        boolean anything = false;
        int count = 0;
        for (Receipt next = next(everything); next != null; next = next(everything)) {
            anything = true;
            count++;
            if (next.isComplete() || everything) {
                write(next);
            } else {
                unanswered.add(next);
            }
            if (count == CAPACITY && !closed) {
                break; // threads may add as fast as this takes, and whether the program ends has to be looked at
            }
        }
        unanswered.removeDone(everything, this::write);
        while (unanswered.size() > CAPACITY || unanswered.bytes() > memory.limit() / 2) {
            write(unanswered.removeEldest());
        }
        if (file != null) {
            file.write();
        }
        return anything;
    }

    /** The last time, what is just being put into the queue is waited for, too. */
    private @Nullable Receipt next(boolean last) {
        Receipt next = taken.poll();
        for (int i = 0; last && next == null && !taken.isEmpty() && i < MOST_TRIES; i++) {
            LockSupport.parkNanos(this, SHORT_NANOS);
            next = taken.poll();
        }
        return next;
    }

    private void write(Receipt receipt) {
        if (summary != null) {
            receipt.count(summary);
        }
        if (Recording.isOn()) {
            receipt.record(Recording.HERE);
        }
        if (file != null) {
            file.add(receipt, names);
        }
        receipt.close();
        memory.give(receipt.bytes());
        written.lazySet(written.get() + 1); // this thread alone counts
    }

    private void sayGoodbye() {
        try {
            if (file != null) {
                file.end(dropped.get());
            }
            sayWhatIsMissing();
            if (summary != null) {
                summary.print();
            }
        } finally {
            ended.countDown();
        }
    }

    private void sayWhatIsMissing() {
        if (dropped.get() > 0) {
            Diagnostics.once("receipts: " + dropped + " of " + numbers + " were dropped: they came faster than "
                    + (file == null ? "they could be counted" : file + " takes them"));
        }
        if (file != null && file.lost() > 0) {
            Diagnostics.once("receipts: " + file.lost() + " of " + numbers + " could not be written to " + file + ": "
                    + file.fault());
        }
    }
}
