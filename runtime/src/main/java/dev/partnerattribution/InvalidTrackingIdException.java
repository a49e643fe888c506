package dev.partnerattribution;

/** A text is not a tracking ID. The message says what is wrong with it and what to do; it is one printable line. */
public final class InvalidTrackingIdException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidTrackingIdException(String message) {
        super(message);
    }
}
