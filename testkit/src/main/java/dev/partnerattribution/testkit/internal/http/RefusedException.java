package dev.partnerattribution.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is refused, with an error in the shape of Azure Resource Manager. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public RefusedException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public Reply reply() {
        return Reply.error(status, code, String.valueOf(getMessage()));
    }

    /** The {@code error} object of the reply. */
    public ObjectNode error() {
        return Json.error(code, String.valueOf(getMessage()));
    }
}
