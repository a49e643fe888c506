package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to Azure Resource Manager and what came of it. Made when it is sent, on the thread that sends it; it keeps the texts
 * that it is given, nothing else of a library, and is taken apart on the thread that writes.
 */
public final class Exchange extends Receipt implements ObjIntConsumer<Object> {
    /** Says that a correlation ID is told. */
    public static final int CORRELATION_ID = -1;

    private final Route route;
    private final ResolvedAttribution attribution;
    private final String method;
    private final String host;
    private final boolean stamped;
    private @Nullable String path;
    private @Nullable String query;
    private @Nullable String after;

    /** Of the library's object, 0 if there is none. */
    private int identity;

    private short attempt;
    private boolean routeIsOff;
    private boolean resent;
    private volatile boolean inPipeline;

    private short status;
    private @Nullable String correlationIdOrFailure;
    private @Nullable String requestId;
    private int milliseconds;
    private volatile boolean complete;

    /** Whether its texts were let go, and what is left of them. */
    private volatile boolean closed;

    private int digest;

    /**
     * @param method of the request
     * @param host an ARM host
     * @param path of its URL as it is sent, without the query
     * @param query what follows the path, without its question mark
     * @param before the User-Agent as the program would have sent it
     * @param after the User-Agent that is sent
     */
    public Exchange(
            Route route,
            ResolvedAttribution attribution,
            String method,
            String host,
            @Nullable String path,
            @Nullable String query,
            @Nullable String before,
            @Nullable String after) {
        this.route = route;
        this.attribution = attribution;
        this.method = ReceiptSanitizer.keptMethod(method);
        this.host = host;
        this.path = ReceiptSanitizer.keptPath(path);
        this.query = ReceiptSanitizer.keptQuery(query);
        this.after = ReceiptSanitizer.keptUserAgent(after);
        this.stamped = after != null && !after.equals(before);
    }

    @Override
    int bytesOfTexts() {
        return bytesOf(host) + bytesOf(path) + bytesOf(query) + bytesOf(after) + 2 * ReceiptSanitizer.MOST_BYTES_OF_ID;
    }

    /** Says which attempt at the same request this is, from 1; anything but a number says nothing. */
    Exchange attempt(@Nullable Object counted) {
        attempt = counted instanceof Integer ? ((Integer) counted).shortValue() : 0;
        return this;
    }

    /** Says that the operator switched this route off, so that nobody looked at the User-Agent. */
    public Exchange routeIsOff() {
        routeIsOff = true;
        return this;
    }

    /** Nothing more will be known of it: the client sent the same once more, as another of these. */
    public void endAsResent() {
        resent = true;
        accept(null, 0);
    }

    /** Says which object of the library this is. It is not kept: a request that is never answered would keep its body. */
    Exchange of(@Nullable Object libraryRequest) {
        identity = System.identityHashCode(libraryRequest);
        return this;
    }

    Route route() {
        return route;
    }

    String host() {
        return host;
    }

    /** Whether a server answered. */
    boolean hasStatus() {
        return status > 0;
    }

    /** Whether it was answered, or has failed. */
    public boolean isAnswered() {
        return complete;
    }

    /** Whether both stand for the same object of a library. */
    boolean isOfSameRequest(Exchange other) {
        return identity != 0 && identity == other.identity && looksLike(other);
    }

    /**
     * Whether this is the same request, seen by another route: what is sent to the same place with the same User-Agent.
     *
     * @param other one that was just made
     */
    public boolean looksLike(Exchange other) {
        if (closed) {
            return digest == other.digest();
        }
        return method.equals(other.method)
                && host.equalsIgnoreCase(other.host)
                && Objects.equals(path, other.path)
                && Objects.equals(after, other.after);
    }

    private int digest() {
        return Objects.hash(method, path, after);
    }

    /** Says that it passed a pipeline and was not sent yet, or that it was. */
    void isInPipeline(boolean still) {
        inPipeline = still;
    }

    /**
     * What came of it. A response is told twice, so that nothing is made for it: first its {@code
     * x-ms-correlation-request-id}, then its {@code x-ms-request-id} and its status, with which all is known. What comes later is
     * not kept.
     *
     * @param found one of these IDs, null if it is absent; or what was thrown, or its class; or null where nothing more will be
     *     known
     * @param code {@link #CORRELATION_ID}; the response's status; 0 where there is none
     */
    @Override
    public void accept(@Nullable Object found, int code) {
        if (code == CORRELATION_ID) {
            if (!complete) {
                correlationIdOrFailure = ReceiptSanitizer.id((String) found);
            }
        } else if (complete(found, code)) {
            leavePipeline();
            Receipts.here().isComplete(this);
        }
    }

    /** Once: an answer and a cancellation may come from two threads. */
    private synchronized boolean complete(@Nullable Object found, int code) {
        if (complete || closed) {
            return false;
        }
        milliseconds = (int) Math.max(0, System.currentTimeMillis() - started()); // a clock may be set back
        status = (short) code;
        if (code == 0) {
            correlationIdOrFailure = ReceiptSanitizer.failure(found);
        } else {
            requestId = ReceiptSanitizer.id((String) found);
        }
        complete = true;
        return true;
    }

    @Override
    boolean isComplete() {
        return complete;
    }

    /** Who knows it by a key may hold it for long: then it holds no text. */
    @Override
    void close() {
        letGo();
        leavePipeline();
    }

    private void leavePipeline() {
        if (inPipeline) {
            Receipts.here().forget(this);
        }
    }

    private synchronized void letGo() {
        if (!closed) {
            digest = digest();
            closed = true;
            path = null;
            query = null;
            after = null;
            correlationIdOrFailure = null;
            requestId = null;
        }
    }

    private StampOutcome outcome() {
        return StampOutcome.of(attribution, stamped, after, routeIsOff);
    }

    @Override
    synchronized void describe(JsonLine line, NameHasher names) {
        ResourcePath resource = ResourcePath.of(method, path);
        line.text("kind", "request")
                .number("n", number())
                .text("route", route.label())
                .text("method", ReceiptSanitizer.method(method))
                .text("host", ReceiptSanitizer.host(host))
                .text("provider", resource.provider())
                .text("type", resource.type())
                .text("action", resource.action())
                .text("apiVersion", ReceiptSanitizer.apiVersion(query));
        describeAnswer(line);
        outcome().describe(line);
        String salt = NameHasher.salt(attribution.trackingId());
        line.text("subscription", names.of(resource.subscription(), salt))
                .text("resourceGroup", names.of(resource.resourceGroup(), salt))
                .text("name", names.of(resource.name(), salt));
    }

    private void describeAnswer(JsonLine line) {
        if (!complete) {
            return;
        }
        if (status > 0) {
            line.number("status", status);
        } else {
            line.text("failure", correlationIdOrFailure).flag("resent", resent);
        }
        line.number("milliseconds", milliseconds)
                .text("correlationId", correlationId())
                .text("requestId", requestId);
        if (attempt > 0) {
            line.number("attempt", attempt);
        }
    }

    private @Nullable String correlationId() {
        return status == 0 ? null : correlationIdOrFailure;
    }

    @Override
    void count(Summary summary) {
        summary.request(route, method, ResourcePath.of(method, path), outcome());
    }

    @Override
    synchronized void record(Recording recording) {
        ResourcePath resource = ResourcePath.of(method, path);
        StampOutcome outcome = outcome();
        recording.request(
                route.label(),
                ReceiptSanitizer.method(method),
                ReceiptSanitizer.host(host),
                resource.provider(),
                resource.type(),
                (int) status,
                (long) milliseconds,
                correlationId(),
                requestId,
                outcome.label(),
                outcome.trackingId());
    }
}
