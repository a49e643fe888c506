package dev.partnerattribution.agent.ktor;

import dev.partnerattribution.agent.library.InjectedHelper;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import net.bytebuddy.asm.Advice;

/** An answer has come to this request. */
final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(1) HttpRequestData request, @Advice.Argument(2) HttpResponseData response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(request, response);
        }
    }
}
