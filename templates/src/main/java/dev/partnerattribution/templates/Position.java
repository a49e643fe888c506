package dev.partnerattribution.templates;

/**
 * A place in a file, as editors count it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units; a byte order mark counts as none
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
