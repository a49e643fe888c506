package dev.partnerattribution.agent.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** OkHttp from 3.4 on: each answer is looked at here, whether another request has to follow. On the thread that sent it. */
public final class FollowUpInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public FollowUpInstrumentation() {
        super(Route.OKHTTP, "okhttp3/internal/http/RetryAndFollowUpInterceptor");
        helper(OkHttpHelper.class);
        advise(
                named("followUpRequest").and(takesArgument(0, named("okhttp3.Response"))),
                FollowUpRequestAdvice.class,
                "followUpRequest(...), so that receipts lack what was answered");
    }
}
