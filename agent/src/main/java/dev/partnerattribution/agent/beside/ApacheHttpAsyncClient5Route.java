package dev.partnerattribution.agent.beside;

import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Tells where a request of Apache HttpClient 5, async, goes, where that is not what it says itself. */
public final class ApacheHttpAsyncClient5Route implements Function<Object[], @Nullable Object> {
    private final Consumer<@Nullable Object[]> told;

    /** Made by the agent, beside the class that it instruments, which is one of HttpClient, not of HttpCore. */
    public ApacheHttpAsyncClient5Route(BinaryOperator<@Nullable String> none, Consumer<@Nullable Object[]> told) {
        this.told = told;
    }

    /**
     * @param arguments what executes requests, the request, its body, and what is known of both
     * @return null: nothing changes
     */
    @Override
    public @Nullable Object apply(Object[] arguments) {
        HttpRequest request = (HttpRequest) arguments[1];
        AsyncExecChain.Scope scope = (AsyncExecChain.Scope) arguments[3];
        if (request != null && scope != null) {
            HttpHost target = scope.route.getTargetHost();
            URIAuthority authority = request.getAuthority();
            if (authority == null || !target.getHostName().equalsIgnoreCase(authority.getHostName())) {
                told.accept(new Object[] {request, target.getHostName()});
            }
        }
        return null;
    }
}
