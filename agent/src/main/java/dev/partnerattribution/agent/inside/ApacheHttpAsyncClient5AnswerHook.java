package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** Apache HttpClient 5, async, by HTTP/1.1: each answer comes by this method of what keeps its request. */
public final class ApacheHttpAsyncClient5AnswerHook extends AnswerHook {
    private static final String TARGET = "org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler";
    private static final String RESPONSE = "org/apache/hc/core5/http/HttpResponse";

    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient5AnswerHook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler",
                "consumeHeader",
                "(Lorg/apache/hc/core5/http/HttpResponse;");
    }

    @Override
    void pushKey(Code code) {
        code.load(0).field(TARGET, "committedRequest", "Lorg/apache/hc/core5/http/HttpRequest;");
    }

    @Override
    void pushStatus(Code code) {
        code.load(1).callInterface(RESPONSE, "getCode", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(1)
                .push(name)
                .callInterface(RESPONSE, "getFirstHeader", "(Ljava/lang/String;)Lorg/apache/hc/core5/http/Header;");
    }
}
