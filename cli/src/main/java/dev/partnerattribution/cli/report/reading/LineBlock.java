package dev.partnerattribution.cli.report.reading;

/** Some lines of a file, each whole. */
final class LineBlock {
    private final int file;
    private final String name;
    private final long firstLine;
    private final byte[] bytes;
    private final int length;

    /**
     * Makes one.
     *
     * @param file the how-manieth it is, from 0
     * @param firstLine the number of the first line, from 1
     * @param length how many of the bytes hold the lines; 0 where it is one that is longer than any receipt
     */
    LineBlock(int file, String name, long firstLine, byte[] bytes, int length) {
        this.file = file;
        this.name = name;
        this.firstLine = firstLine;
        this.bytes = bytes;
        this.length = length;
    }

    int file() {
        return file;
    }

    String name() {
        return name;
    }

    long firstLine() {
        return firstLine;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Whether it is one line that is longer than any receipt, and not among the bytes. */
    boolean isTooLong() {
        return length == 0;
    }
}
