package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** reactor-netty: a request is given its answer by this method. */
public final class ReactorNettyAnswerHook extends AnswerHook {
    private static final String RESPONSE = "io/netty/handler/codec/http/HttpResponse";

    /** Made by the launcher, by name. */
    public ReactorNettyAnswerHook() {
        super(
                Route.REACTOR_NETTY,
                "reactor/netty/http/client/HttpClientOperations",
                "setNettyResponse",
                "(Lio/netty/handler/codec/http/HttpResponse;)");
    }

    @Override
    void pushKey(Code code) {
        code.load(0);
    }

    @Override
    void pushStatus(Code code) {
        code.load(1)
                .callInterface(RESPONSE, "status", "()Lio/netty/handler/codec/http/HttpResponseStatus;")
                .call("io/netty/handler/codec/http/HttpResponseStatus", "code", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(1)
                .callInterface(RESPONSE, "headers", "()Lio/netty/handler/codec/http/HttpHeaders;")
                .push(name)
                .call("io/netty/handler/codec/http/HttpHeaders", "get", "(Ljava/lang/String;)Ljava/lang/String;");
    }
}
