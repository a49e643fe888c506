package dev.partnerattribution.cli.report.receipts;

/**
 * What a request is for, by its method. Only those that create or change resources are counted in the headline: what they make
 * is the usage that Microsoft attributes. An action such as listKeys or restart makes no resource, and a deletion leaves none.
 */
public enum Purpose {
    WRITE("writes"),
    ACTION("actions"),
    DELETE("deletes"),
    READ("reads");

    private final String key;

    Purpose(String key) {
        this.key = key;
    }

    /** An unknown method may do anything; it is taken for an action. */
    public static Purpose of(String method) {
        return switch (method) {
            case "PUT", "PATCH" -> WRITE;
            case "DELETE" -> DELETE;
            case "GET", "HEAD", "OPTIONS" -> READ;
            default -> ACTION;
        };
    }

    /** As the summary calls all requests of it. */
    public String key() {
        return key;
    }

    /** The one that the summary and counts call so. */
    public static Purpose ofKey(String key) throws MalformedReceiptException {
        for (Purpose purpose : values()) {
            if (purpose.key.equals(key)) {
                return purpose;
            }
        }
        throw new MalformedReceiptException("purpose is none of: writes, actions, deletes, reads");
    }
}
