package dev.partnerattribution.processor;

/** What was read can't be accepted, for the one reason in the message. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    Rejected(Message message) {
        super(message.text());
        this.message = message;
    }

    Message message() {
        return message;
    }
}
