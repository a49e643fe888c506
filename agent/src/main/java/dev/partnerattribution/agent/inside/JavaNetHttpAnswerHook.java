package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** {@code java.net.http.HttpClient}: each answer, in either HTTP version, is made by this constructor. */
public final class JavaNetHttpAnswerHook extends AnswerHook {

    /** Made by the launcher, by name. */
    public JavaNetHttpAnswerHook() {
        super(
                Route.JAVA_NET_HTTP,
                "jdk/internal/net/http/Response",
                "<init>",
                "(Ljdk/internal/net/http/HttpRequestImpl;Ljdk/internal/net/http/Exchange;Ljava/net/http/HttpHeaders;Ljdk/internal/net/http/HttpConnection;I");
    }

    @Override
    void pushKey(Code code) {
        code.load(1);
    }

    @Override
    void pushStatus(Code code) {
        code.loadInt(5);
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(3).call("java/net/http/HttpHeaders", "map", "()Ljava/util/Map;");
    }
}
