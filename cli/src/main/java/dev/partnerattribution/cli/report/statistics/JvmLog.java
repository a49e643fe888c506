package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Receipt.EndLine;
import dev.partnerattribution.cli.report.statistics.SequenceNumbers.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the receipts of one JVM: it numbers them from 1, lost ones too, and says at its end how many there were. Any
 * thread may call.
 */
public final class JvmLog {
    private final String name;
    private final SequenceNumbers seen = new SequenceNumbers();

    /** Those that others have counted; null where nobody has. */
    private @Nullable SequenceNumbers counted;

    private long highest;
    private long dropped;
    private boolean ended;
    private boolean countedTwice;

    JvmLog(String name) {
        this.name = name;
    }

    /** Whether it is none that was there before, in a file that was given twice, say. */
    synchronized boolean add(long number) {
        highest = Math.max(highest, number);
        return seen.add(number);
    }

    synchronized void end(EndLine end) {
        end(end.written() + end.dropped(), end.dropped());
    }

    private void end(long all, long droppedOfThem) {
        ended = true;
        dropped = Math.max(dropped, droppedOfThem);
        highest = Math.max(highest, all);
    }

    /** What somebody else knows of it, who has counted these receipts. */
    synchronized void addCounted(List<Run> runs, long highestOfThem, long droppedOfThem, boolean endOfThem) {
        SequenceNumbers theirs = counted == null ? new SequenceNumbers() : counted;
        for (Run run : runs) {
            countedTwice |= !theirs.add(run);
        }
        counted = theirs;
        if (endOfThem) {
            end(highestOfThem, droppedOfThem);
        }
        highest = Math.max(highest, highestOfThem);
    }

    /** The numbers of its receipts. */
    synchronized List<Run> runs() {
        return counted == null ? seen.runs() : seen.runsWith(counted);
    }

    /** Whether some of its receipts were counted elsewhere, and once more, so that all figures are wrong. */
    synchronized boolean isCountedTwice() {
        return countedTwice || (counted != null && seen.overlaps(counted));
    }

    /** As its receipts have it. */
    public String name() {
        return name;
    }

    public synchronized long receipts() {
        return seen.size() + (counted == null ? 0 : counted.size());
    }

    /** Whether its last receipt is there. If not, it runs still or was killed, and more may have been sent than its receipts say. */
    public synchronized boolean isEnded() {
        return ended;
    }

    /** Those that it could not keep, by its own account. */
    public synchronized long dropped() {
        return Math.min(dropped, lost());
    }

    /** Those that are not here, dropped ones included. */
    public synchronized long lost() {
        return highest - receipts();
    }

    /** The number of its last receipt, as far as it is known. */
    synchronized long highest() {
        return highest;
    }

    /** What it said that it dropped, some of which may be here all the same. */
    synchronized long droppedAsTold() {
        return dropped;
    }
}
