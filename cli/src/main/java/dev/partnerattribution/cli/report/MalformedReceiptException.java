package dev.partnerattribution.cli.report;

/** A line is no receipt; the message says why and reads after "file:line: ". */
final class MalformedReceiptException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedReceiptException(String message) {
        // Thrown in the normal run of things, for each line of a file that is something else: no stack trace.
        super(message, null, false, false);
    }
}
