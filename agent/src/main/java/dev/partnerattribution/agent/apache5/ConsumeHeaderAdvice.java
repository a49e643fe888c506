package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** An answer has come to the request that this was made for. */
final class ConsumeHeaderAdvice {
    private ConsumeHeaderAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Advice.FieldValue("committedRequest") HttpRequest request, @Advice.Argument(0) HttpResponse response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(request, response);
        }
    }
}
