package dev.partnerattribution.agent.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/**
 * What writes a request to a connection, after all interceptors, those of the program included. Redirects and retries come again;
 * a proxy's CONNECT is written by another.
 */
abstract class CodecInstrumentation extends LibraryInstrumentation {
    CodecInstrumentation(String... types) {
        super(Route.OKHTTP, types);
        helper(OkHttpHelper.class);
        advise(
                named("writeRequestHeaders").and(takesArguments(1)).and(takesArgument(0, named("okhttp3.Request"))),
                WriteRequestHeadersAdvice.class,
                "writeRequestHeaders(Request)");
    }
}
