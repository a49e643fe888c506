package dev.partnerattribution.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.partnerattribution.Attribution;
import dev.partnerattribution.TrackingId;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Puts the tracking ID into the User-Agent of every request that a pipeline sends to Azure Resource Manager.
 *
 * <p>With the runtime jar on the class path most management clients find it by themselves ({@link
 * AttributionPolicyProvider}). Hand it to the others: {@code AzureResourceManager.configure().withPolicy(new
 * AttributionPolicy())}, or {@code addPolicy} of a builder. It must come after the SDK's User-Agent policy, which replaces
 * the header; both ways do that. Having it twice in a pipeline does no harm.
 *
 * <p>Works with azure-core 1.0.0 to 1.61.0, sync and async: what an older one lacks is resolved by the JVM only where
 * that one never calls.
 */
public final class AttributionPolicy implements HttpPipelinePolicy {
    /** From azure-core 1.36.0 on; they save azure-core looking at the letters of a name for each request. */
    private static final boolean NAMES_ARE_OBJECTS = namesAreObjects();

    /** Whether this class was found not to fit the azure-core it was loaded with. */
    private static volatile boolean unfit;

    /** Host and User-Agent in, User-Agent out. A JDK type, because the agent's copy of this class sees nothing of ours. */
    private final BinaryOperator<@Nullable String> stamp;

    /** A policy for the attribution in effect: see {@link Attribution} for where the tracking ID comes from. */
    public AttributionPolicy() {
        this(EffectiveAttribution.current()::stamp);
    }

    /** A policy for an ID known to the program. An opt-out, or an ID that the operator gave, comes before it. */
    public AttributionPolicy(TrackingId trackingId) {
        this(Attribution.of(trackingId)::stamp);
    }

    AttributionPolicy(BinaryOperator<@Nullable String> stamp) {
        this.stamp = stamp;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        stamp(context);
        return next.process();
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        stamp(context);
        return next.processSync();
    }

    /** Whatever this azure-core lacks, or we did wrong, the request goes out as without us. */
    private void stamp(HttpPipelineCallContext context) {
        if (unfit) {
            return;
        }
        try {
            stamp(context.getHttpRequest());
        } catch (LinkageError | RuntimeException e) {
            giveUp(e);
        }
    }

    /** Says it here, because the agent's copy of this class sees nothing of ours. */
    private static synchronized void giveUp(Throwable e) {
        if (!unfit) {
            unfit = true;
            System.err.println(
                    "partner-attribution: off for azure-core: " + e + "; known are versions 1.0.0 to 1.61.0");
        }
    }

    // azure-core deprecates names as strings, but has nothing else before 1.34.0.
    @SuppressWarnings("deprecation")
    private void stamp(HttpRequest request) {
        // Names are found in any case, and azure-core makes a new string of one that is not in lower case.
        String before = NAMES_ARE_OBJECTS
                ? request.getHeaders().getValue(HttpHeaderName.USER_AGENT)
                : request.getHeaders().getValue("user-agent");
        String after = stamp.apply(request.getUrl().getHost(), before);
        if (after == null || after.equals(before)) {
            return;
        }
        if (NAMES_ARE_OBJECTS) {
            request.setHeader(HttpHeaderName.USER_AGENT, after);
        } else {
            request.setHeader("User-Agent", after);
        }
    }

    private static boolean namesAreObjects() {
        try {
            HttpRequest.class.getMethod("setHeader", HttpHeaderName.class, String.class);
            return true;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }
}
