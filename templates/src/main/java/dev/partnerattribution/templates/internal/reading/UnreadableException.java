package dev.partnerattribution.templates.internal.reading;

/** A file can't be read as what it claims to be; the message reads after "file:line:column: ". */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String why;

    public UnreadableException(int offset, String message) {
        // Thrown in the normal run of things, for each of a million files of a fuzzer: no stack trace.
        super(message, null, false, false);
        this.offset = offset;
        this.why = message;
    }

    public String why() {
        return why;
    }

    public int offset() {
        return offset;
    }
}
