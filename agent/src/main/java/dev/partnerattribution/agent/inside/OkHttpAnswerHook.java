package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** OkHttp from 3.4 on: each answer is looked at by this method, whether another request has to follow. On the thread that sent it. */
public final class OkHttpAnswerHook extends AnswerHook {
    private static final String RESPONSE = "okhttp3/Response";

    /** Made by the launcher, by name. */
    public OkHttpAnswerHook() {
        super(
                Route.OKHTTP,
                "okhttp3/internal/http/RetryAndFollowUpInterceptor",
                "followUpRequest",
                "(Lokhttp3/Response;");
    }

    @Override
    void pushStatus(Code code) {
        code.load(1).call(RESPONSE, "code", "()I");
    }

    @Override
    void pushHeader(Code code, String name) {
        code.load(1).push(name).call(RESPONSE, "header", "(Ljava/lang/String;)Ljava/lang/String;");
    }
}
