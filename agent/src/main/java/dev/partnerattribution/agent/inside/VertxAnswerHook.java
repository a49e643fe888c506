package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** Vert.x: a request is given its answer by this method. */
public final class VertxAnswerHook extends AnswerHook {
    private static final String RESPONSE = "io/vertx/core/http/HttpClientResponse";

    /** Made by the launcher, by name. */
    public VertxAnswerHook() {
        super(
                Route.VERTX,
                "io/vertx/core/http/impl/HttpClientRequestBase",
                "handleResponse",
                "(Lio/vertx/core/http/HttpClientResponse;)");
    }

    @Override
    void pushKey(Code code) {
        code.load(0);
    }

    @Override
    void pushStatus(Code code) {
        code.load(1).callInterface(RESPONSE, "statusCode", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(1).push(name).callInterface(RESPONSE, "getHeader", "(Ljava/lang/String;)Ljava/lang/String;");
    }
}
