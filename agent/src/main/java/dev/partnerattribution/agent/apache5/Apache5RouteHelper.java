package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.InjectedHelper;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Tells where a request of the async client goes, where that is not what it says itself. */
public final class Apache5RouteHelper extends InjectedHelper {
    /** Made beside HttpClient. */
    public Apache5RouteHelper() {}

    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object executed, @Nullable Object connection, @Nullable Object context) {
        HttpRequest request = (HttpRequest) executed;
        AsyncExecChain.Scope scope = (AsyncExecChain.Scope) context;
        if (request != null && scope != null) {
            HttpHost target = scope.route.getTargetHost();
            URIAuthority authority = request.getAuthority();
            if (authority == null || !target.getHostName().equalsIgnoreCase(authority.getHostName())) {
                tell(request, target.getHostName());
            }
        }
        return request;
    }
}
