package dev.partnerattribution.azure;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.partnerattribution.Attribution;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.PipelineReceipts;
import java.net.URL;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

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

    /** Where azure-core's retry policy counts, from 1; newer versions only. */
    private static final String RETRY_COUNT = "requestRetryCount";

    /** In place of a status: see {@code Exchange.accept}. */
    private static final int CORRELATION_ID = -1;

    /** Whether this class was found not to fit the azure-core it was loaded with. */
    private static volatile boolean unfit;

    /** What was said. */
    private static final AtomicBoolean SAID_UNFIT = new AtomicBoolean();

    private static final AtomicBoolean SAID_FAULT = new AtomicBoolean();

    /** Whether it was said that receipts can't be had from this azure-core. */
    private static final AtomicBoolean SAID_UNFIT_RECEIPTS = new AtomicBoolean();

    /** Host and User-Agent in, User-Agent out. A JDK type, because the agent's copy of this class sees nothing of ours. */
    private final BinaryOperator<@Nullable String> stamp;

    /** Whether anybody wants to know what is sent; and, then told so, who wants to know what comes of it. */
    private final BooleanSupplier wanted;

    private final Function<@Nullable Object[], @Nullable ObjIntConsumer<Object>> sent;

    /** A policy for the attribution in effect: see {@link Attribution} for where the tracking ID comes from. */
    public AttributionPolicy() {
        this(EffectiveAttribution.current());
    }

    /** A policy for an ID known to the program. An opt-out, or an ID that the operator gave, comes before it. */
    public AttributionPolicy(TrackingId trackingId) {
        this(ResolvedAttribution.of(trackingId));
    }

    private AttributionPolicy(ResolvedAttribution attribution) {
        this(
                (host, userAgent) -> attribution.stampOn(Route.AZURE_CORE, host, userAgent),
                PipelineReceipts.ofTheProgram(Route.AZURE_CORE, attribution));
    }

    /** The second is both functions that receipts need. */
    <R extends Function<@Nullable Object[], @Nullable ObjIntConsumer<Object>> & BooleanSupplier> AttributionPolicy(
            BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        ObjIntConsumer<Object> answer = stamp(context);
        Mono<HttpResponse> response = next.process();
        return answer == null || response == null ? response : observed(response, answer);
    }

    /** A time limit cancels, and so does a program that has lost interest: nothing more will come of the request. */
    private static Mono<HttpResponse> observed(Mono<HttpResponse> response, ObjIntConsumer<Object> answer) {
        try {
            return response.doOnEach(signal -> tell(answer, signal))
                    .doOnCancel(() -> answer.accept(CancellationException.class, 0));
        } catch (LinkageError e) {
            answer.accept(e, 0);
            return response;
        }
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        ObjIntConsumer<Object> answer = stamp(context);
        if (answer == null) {
            return next.processSync();
        }
        try {
            HttpResponse response = next.processSync();
            tell(answer, response);
            return response;
        } catch (Throwable e) {
            answer.accept(e, 0);
            throw e;
        }
    }

    private static void tell(ObjIntConsumer<Object> answer, Signal<HttpResponse> signal) {
        if (signal.isOnError()) {
            answer.accept(signal.getThrowable(), 0);
        } else if (signal.isOnComplete()) {
            answer.accept(null, 0); // there was no answer; if there was one, this is not heard
        } else {
            tell(answer, signal.get());
        }
    }

    @SuppressWarnings("deprecation") // azure-core has nothing else before 1.34.0
    private static void tell(ObjIntConsumer<Object> answer, @Nullable HttpResponse response) {
        try {
            if (response != null) {
                answer.accept(response.getHeaderValue("x-ms-correlation-request-id"), CORRELATION_ID);
                answer.accept(response.getHeaderValue("x-ms-request-id"), response.getStatusCode());
            }
        } catch (LinkageError | RuntimeException e) {
            answer.accept(e, 0); // what was sent is known all the same
        }
    }

    /** Whatever this azure-core lacks, or we did wrong, the request goes out as without us. */
    private @Nullable ObjIntConsumer<Object> stamp(HttpPipelineCallContext context) {
        if (unfit) {
            return null;
        }
        try {
            HttpRequest request = context.getHttpRequest();
            String before = userAgent(request);
            String after = stamp.apply(request.getUrl().getHost(), before);
            if (after != null && !after.equals(before)) {
                setUserAgent(request, after);
            }
            return sent(context, before, after);
        } catch (LinkageError | RuntimeException e) {
            report(e);
            return null;
        }
    }

    /** Who wants to know what comes of a request, or null. If we can't say what is sent, it is sent as stamped. */
    private @Nullable ObjIntConsumer<Object> sent(
            HttpPipelineCallContext context, @Nullable String before, @Nullable String after) {
        try {
            return wanted.getAsBoolean() ? sent.apply(told(context, before, after)) : null;
        } catch (LinkageError | RuntimeException e) {
            giveUpReceipts(e);
            return null;
        }
    }

    private static @Nullable Object[] told(
            HttpPipelineCallContext context, @Nullable String before, @Nullable String after) {
        HttpRequest request = context.getHttpRequest();
        URL url = request.getUrl();
        return new Object[] {
            request,
            request.getHttpMethod().toString(),
            url.getHost(),
            url.getPath(),
            url.getQuery(),
            before,
            after,
            context.getData(RETRY_COUNT).orElse(null)
        };
    }

    private static void giveUpReceipts(Throwable e) {
        if (!SAID_UNFIT_RECEIPTS.getAndSet(true)) {
            say("receipts lack requests of azure-core: " + e);
        }
    }

    /** Something is missing: this azure-core does not fit. Anything else concerns one request, such as one without a URL. */
    private static void report(Throwable e) {
        if (e instanceof LinkageError) {
            unfit = true;
            if (!SAID_UNFIT.getAndSet(true)) {
                say("off for azure-core: " + e + "; known are versions 1.0.0 to 1.61.0");
            }
        } else if (!SAID_FAULT.getAndSet(true)) {
            say("a request by azure-core goes out without the tracking ID: " + e + "; others are looked at as before");
        }
    }

    /** Says it here, because the agent's copy of this class sees nothing of ours. Holds no lock meanwhile. */
    private static void say(String message) {
        try {
            System.err.println(
                    "partner-attribution: " + message.replace('\r', ' ').replace('\n', ' '));
        } catch (RuntimeException e) {
            // A program may replace System.err by anything, even null.
        }
    }

    // azure-core deprecates names as strings, but has nothing else before 1.34.0. Names are found in any case; of one
    // that
    // is not in lower case it makes a new string.
    @SuppressWarnings("deprecation")
    private static @Nullable String userAgent(HttpRequest request) {
        return NAMES_ARE_OBJECTS
                ? asOne(request.getHeaders())
                : request.getHeaders().getValue("user-agent");
    }

    /** Several User-Agents are one; azure-core would put commas between them. */
    private static @Nullable String asOne(HttpHeaders headers) {
        HttpHeader header = headers.get(HttpHeaderName.USER_AGENT);
        if (header == null) {
            return null;
        }
        String value = header.getValue();
        return value == null || value.indexOf(',') < 0 ? value : String.join(" ", header.getValuesList());
    }

    @SuppressWarnings("deprecation")
    private static void setUserAgent(HttpRequest request, String userAgent) {
        if (NAMES_ARE_OBJECTS) {
            request.setHeader(HttpHeaderName.USER_AGENT, userAgent);
        } else {
            request.setHeader("User-Agent", userAgent);
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
