package dev.partnerattribution.agent.okhttp2;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;

/** What writes a request to a connection, after all interceptors; redirects and retries come again. */
abstract class TransportInstrumentation extends LibraryInstrumentation {
    TransportInstrumentation(String... types) {
        super(Route.OKHTTP, types);
        helper(OkHttp2Helper.class);
        advise(
                named("writeRequestHeaders")
                        .and(takesArguments(1))
                        .and(takesArgument(0, named("com.squareup.okhttp.Request"))),
                WriteRequestHeadersAdvice.class,
                "writeRequestHeaders(Request)");
    }
}
