package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** Apache HttpAsyncClient 4: a connection prepares to read the body of each answer by this method. A server does so for requests, where this fails and nothing is shown. */
public final class ApacheHttpAsyncClient4AnswerHook extends AnswerHook {
    private static final String RESPONSE = "org/apache/http/HttpResponse";

    /** Made by the launcher, by name. */
    public ApacheHttpAsyncClient4AnswerHook() {
        super(
                Route.APACHE_HTTPCLIENT_4,
                "org/apache/http/impl/nio/NHttpConnectionBase",
                "prepareDecoder",
                "(Lorg/apache/http/HttpMessage;)");
    }

    @Override
    void pushKey(Code code) {
        code.load(0);
    }

    @Override
    void pushStatus(Code code) {
        code.load(1)
                .cast(RESPONSE)
                .callInterface(RESPONSE, "getStatusLine", "()Lorg/apache/http/StatusLine;")
                .callInterface("org/apache/http/StatusLine", "getStatusCode", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(1)
                .push(name)
                .callInterface(
                        "org/apache/http/HttpMessage",
                        "getFirstHeader",
                        "(Ljava/lang/String;)Lorg/apache/http/Header;");
    }
}
