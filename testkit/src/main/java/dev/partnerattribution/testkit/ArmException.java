package dev.partnerattribution.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that Azure Resource Manager would refuse. */
final class ArmException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ArmException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ArmException resourceNotFound(String id) {
        return new ArmException(404, "ResourceNotFound", "The resource '" + id + "' was not found.");
    }

    Reply reply() {
        return Reply.error(status, code, String.valueOf(getMessage()));
    }

    /** The {@code error} object of the reply. */
    ObjectNode error() {
        return Json.error(code, String.valueOf(getMessage()));
    }
}
