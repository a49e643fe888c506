package dev.partnerattribution.cli.report.reading;

/** Some lines of a file, each whole. */
final class LineBlock {
    private final int file;
    private final String name;
    private final long firstLine;
    private final byte[] bytes;
    private final int length;
    private final String fault;

    /**
     * Makes one.
     *
     * @param file the how-manieth it is, from 0
     * @param firstLine the number of the first line, from 1
     * @param length how many of the bytes hold the lines
     * @param fault what is wrong at its place, where there is no line in it
     */
    LineBlock(int file, String name, long firstLine, byte[] bytes, int length, String fault) {
        this.file = file;
        this.name = name;
        this.firstLine = firstLine;
        this.bytes = bytes;
        this.length = length;
        this.fault = fault;
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

    /** Empty where nothing is known to be wrong. */
    String fault() {
        return fault;
    }
}
