package dev.partnerattribution.cli.report.reading;

import dev.partnerattribution.cli.report.receipts.MalformedReceiptException;
import dev.partnerattribution.cli.report.receipts.Properties;
import dev.partnerattribution.cli.report.receipts.ReceiptLine;
import dev.partnerattribution.cli.report.statistics.CountsLine;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;

/** Reads the lines of blocks into statistics, in one thread. What is no receipt is noted there, with its place. */
final class BlockReader {
    private final ReceiptStatistics statistics;
    private final Properties properties = new Properties();

    BlockReader(ReceiptStatistics statistics) {
        this.statistics = statistics;
    }

    void read(LineBlock block) {
        if (!block.fault().isEmpty()) {
            malformed(block, block.firstLine(), block.fault());
        }
        long line = block.firstLine();
        for (int from = 0; from < block.length(); line++) {
            int end = FileBlocks.lineEnd(block.bytes(), from, block.length());
            read(block, line, from, end);
            from = end + 1;
        }
    }

    private void read(LineBlock block, long line, int lineBegin, int lineEnd) {
        byte[] bytes = block.bytes();
        int from = lineBegin;
        int to = lineEnd;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            return;
        }
        try {
            read(block, from, to);
        } catch (MalformedReceiptException malformed) {
            boolean isEnded = lineEnd < block.length();
            malformed(block, line, isEnded ? String.valueOf(malformed.getMessage()) : "the last line is cut");
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    private void read(LineBlock block, int from, int to) throws MalformedReceiptException {
        properties.read(block.bytes(), from, to);
        if (CountsLine.isOne(properties)) {
            CountsLine.add(properties, statistics, block.file(), block.name());
        } else {
            statistics.add(ReceiptLine.of(properties));
        }
    }

    private void malformed(LineBlock block, long line, String why) {
        statistics.unread().malformed(block.file(), block.name(), line, why);
    }
}
