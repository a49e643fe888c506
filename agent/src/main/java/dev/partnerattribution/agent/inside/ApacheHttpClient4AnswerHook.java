package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** Apache HttpClient 4: each answer comes by this method, on the thread that sent the request. */
public final class ApacheHttpClient4AnswerHook extends AnswerHook {
    private static final String RESPONSE = "org/apache/http/HttpResponse";

    /** Made by the launcher, by name. */
    public ApacheHttpClient4AnswerHook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "org/apache/http/protocol/HttpRequestExecutor",
                "canResponseHaveBody",
                "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpResponse;)");
    }

    @Override
    void pushStatus(Code code) {
        code.load(2)
                .callInterface(RESPONSE, "getStatusLine", "()Lorg/apache/http/StatusLine;")
                .callInterface("org/apache/http/StatusLine", "getStatusCode", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(2)
                .push(name)
                .callInterface(RESPONSE, "getFirstHeader", "(Ljava/lang/String;)Lorg/apache/http/Header;");
    }
}
