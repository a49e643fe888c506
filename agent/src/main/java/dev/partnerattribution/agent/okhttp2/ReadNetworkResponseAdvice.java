package dev.partnerattribution.agent.okhttp2;

import com.squareup.okhttp.Response;
import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.asm.Advice;

/** An answer has come to the request that this thread sent. */
final class ReadNetworkResponseAdvice {
    private ReadNetworkResponseAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return Response response) {
        InjectedHelper helper = InjectedHelper.get();
        if (helper != null) {
            helper.onResponse(null, response);
        }
    }
}
