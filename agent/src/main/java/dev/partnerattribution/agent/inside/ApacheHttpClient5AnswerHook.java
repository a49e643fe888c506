package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** Apache HttpClient 5, classic: each answer comes by this static method, on the thread that sent the request. */
public final class ApacheHttpClient5AnswerHook extends AnswerHook {
    private static final String RESPONSE = "org/apache/hc/core5/http/HttpResponse";

    /** Made by the launcher, by name. */
    public ApacheHttpClient5AnswerHook() {
        super(
                Route.APACHE_HTTPCLIENT_5,
                "org/apache/hc/core5/http/message/MessageSupport",
                "canResponseHaveBody",
                "(Ljava/lang/String;Lorg/apache/hc/core5/http/HttpResponse;)");
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
