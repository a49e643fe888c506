package dev.partnerattribution.agent.helidon;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.library.PublicMethod;
import dev.partnerattribution.internal.options.Route;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Sends requests by HTTP/2: those whose body is at hand, and those whose body is a stream. */
public final class Http2Instrumentation extends LibraryInstrumentation {
    private static final String WANTED = "doProceed(WebClientServiceRequest, ClientRequestHeaders, Http2ClientStream)";

    /** Made by the engine, by name. */
    public Http2Instrumentation() {
        super(
                Route.HELIDON,
                "io/helidon/webclient/http2/Http2CallEntityChain",
                "io/helidon/webclient/http2/Http2CallOutputStreamChain");
        helper(HelidonHelper.class, PublicMethod.class.getName());
        ElementMatcher<MethodDescription> sends = named("doProceed")
                .and(takesArguments(3))
                .and(takesArgument(0, named("io.helidon.webclient.api.WebClientServiceRequest")));
        advise(sends, RequestAdvice.class, WANTED);
        advise(sends, ResponseAdvice.class, WANTED);
    }
}
