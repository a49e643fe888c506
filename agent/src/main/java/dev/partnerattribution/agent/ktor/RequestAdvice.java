package dev.partnerattribution.agent.ktor;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.ktor.client.request.HttpRequestData;
import net.bytebuddy.asm.Advice;

/** A request is about to be written. Where the coroutine goes on that writes it, there is none: it was seen before. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) HttpRequestData request) {
        if (request != null) {
            InjectedHelper helper = InjectedHelper.get();
            if (helper != null) {
                request = (HttpRequestData) helper.onRequest(null, request, null, null);
            }
        }
    }
}
