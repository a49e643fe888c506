package dev.partnerattribution.cli.report.reading;

/**
 * Some lines of a file, each whole.
 *
 * @param file the how-manieth it is, from 0
 * @param firstLine the number of the first line, from 1
 * @param bytes of which so many hold the lines
 * @param isTooLong whether it is one line that is longer than any receipt, and not among the bytes
 */
record LineBlock(int file, String name, long firstLine, byte[] bytes, int length, boolean isTooLong) {}
