package dev.partnerattribution.weave.archive;

/** A program can't be woven. Nothing was written. The message says what, where, and what to do. */
public final class WeaveException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** It can be read, and weaving it would break it, or is not known how. */
        REFUSED,
        /** A file can't be read or written. */
        FILE,
        /** What was asked for makes no sense. */
        USAGE
    }

    private final Reason reason;

    WeaveException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static WeaveException refused(String message) {
        return new WeaveException(Reason.REFUSED, message);
    }

    static WeaveException file(String message) {
        return new WeaveException(Reason.FILE, message);
    }

    static WeaveException usage(String message) {
        return new WeaveException(Reason.USAGE, message);
    }

    public Reason reason() {
        return reason;
    }
}
