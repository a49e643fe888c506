package dev.partnerattribution.agent.apache3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * What all methods of HTTP extend. Before each attempt, redirects included, it adds the headers that the library gives; after
 * that none changes. A proxy's CONNECT adds its own instead.
 */
public final class HttpMethodInstrumentation extends LibraryInstrumentation {
    /** Made by the engine, by name. */
    public HttpMethodInstrumentation() {
        super(Route.APACHE_HTTPCLIENT_3, "org/apache/commons/httpclient/HttpMethodBase");
        helper(Apache3Helper.class);
        advise(ofConnection("addRequestHeaders"), RequestAdvice.class, "addRequestHeaders(HttpState, HttpConnection)");
        advise(
                ofConnection("readResponse"),
                ResponseAdvice.class,
                "readResponse(HttpState, HttpConnection), so that receipts lack what was answered");
    }

    private static ElementMatcher<MethodDescription> ofConnection(String name) {
        return ElementMatchers.<MethodDescription>named(name)
                .and(takesArgument(1, named("org.apache.commons.httpclient.HttpConnection")));
    }
}
