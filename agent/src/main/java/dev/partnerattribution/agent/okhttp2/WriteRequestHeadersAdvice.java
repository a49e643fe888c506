package dev.partnerattribution.agent.okhttp2;

import com.squareup.okhttp.Request;
import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** A request is about to be written: it is replaced by one with another User-Agent. */
final class WriteRequestHeadersAdvice {
    private WriteRequestHeadersAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(value = 0, readOnly = false) Request request) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            request = (Request) helper.onRequest(null, request, null, null);
        }
    }
}
