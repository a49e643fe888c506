package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** {@code java.net.HttpURLConnection}: whether an answer sends it elsewhere is asked of this method for each answer, on the thread that reads it, which is as a rule the one that wrote the request. */
public final class HttpUrlConnectionAnswerHook extends AnswerHook {
    private static final String TARGET = "sun/net/www/protocol/http/HttpURLConnection";
    private static final String HEADERS = "sun/net/www/MessageHeader";

    /** Made by the launcher, by name. */
    public HttpUrlConnectionAnswerHook() {
        super(Route.HTTP_URL_CONNECTION, "sun/net/www/protocol/http/HttpURLConnection", "followRedirect", "()");
    }

    @Override
    void pushStatus(Code code) {
        code.load(0).call(TARGET, "getResponseCode", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(0)
                .field(TARGET, "responses", "L" + HEADERS + ";")
                .push(name)
                .call(HEADERS, "findValue", "(Ljava/lang/String;)Ljava/lang/String;");
    }

    /** Another method of the same class writes the request. */
    @Override
    public Hook alongside() {
        return new HttpUrlConnectionAttemptHook();
    }
}
