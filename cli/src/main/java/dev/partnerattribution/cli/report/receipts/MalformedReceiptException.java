package dev.partnerattribution.cli.report.receipts;

/** A line is no receipt; the message says why and reads after "file:line: ". */
public final class MalformedReceiptException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedReceiptException(String message) {
        // Thrown in the normal run of things, for each line of a file that is something else: no stack trace.
        super(message, null, false, false);
    }
}
