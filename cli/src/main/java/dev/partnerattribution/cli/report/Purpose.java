package dev.partnerattribution.cli.report;

/**
 * What a request is for, by its method. Only those that create or change resources are counted in the headline: what they make
 * is the usage that Microsoft attributes. An action such as listKeys or restart makes no resource, and a deletion leaves none.
 */
enum Purpose {
    WRITE("writes"),
    ACTION("actions"),
    DELETE("deletes"),
    READ("reads");

    private final String key;

    Purpose(String key) {
        this.key = key;
    }

    /** An unknown method may do anything; it is taken for an action. */
    static Purpose of(String method) {
        return switch (method) {
            case "PUT", "PATCH" -> WRITE;
            case "DELETE" -> DELETE;
            case "GET", "HEAD", "OPTIONS" -> READ;
            default -> ACTION;
        };
    }

    /** As the summary calls all requests of it. */
    String key() {
        return key;
    }
}
