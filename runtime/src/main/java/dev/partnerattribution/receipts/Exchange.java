package dev.partnerattribution.receipts;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to Azure Resource Manager and what came of it. Made when it is sent, on the thread that sends it; it keeps what it is
 * given as it is, and is taken apart on the thread that writes.
 */
public final class Exchange extends Receipt implements ObjIntConsumer<Object> {
    private final long startedNanos = System.nanoTime();
    private final Route route;
    private final Attribution attribution;
    private final String method;
    private final String host;
    private final @Nullable String path;
    private final @Nullable String query;
    private final @Nullable String before;
    private final @Nullable String after;
    private @Nullable Object request;
    private @Nullable OpenExchanges open;
    private int attempt;
    private boolean routeIsOff;

    private int status;
    private @Nullable Object failure;
    private @Nullable String correlationId;
    private @Nullable String requestId;
    private long tookNanos;
    private volatile boolean complete;

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
            Attribution attribution,
            String method,
            String host,
            @Nullable String path,
            @Nullable String query,
            @Nullable String before,
            @Nullable String after) {
        this.route = route;
        this.attribution = attribution;
        this.method = method;
        this.host = host;
        this.path = path;
        this.query = query;
        this.before = before;
        this.after = after;
    }

    /** Says which attempt at the same request this is, from 1; anything but a number says nothing. */
    Exchange attempt(@Nullable Object counted) {
        attempt = counted instanceof Integer ? (Integer) counted : 0;
        return this;
    }

    /** Says that the operator switched this route off, so that nobody looked at the User-Agent. */
    public Exchange routeIsOff() {
        routeIsOff = true;
        return this;
    }

    /** Says which object of the library this is. */
    Exchange of(@Nullable Object libraryRequest) {
        request = libraryRequest;
        return this;
    }

    /** Whether it was answered, or has failed. */
    public boolean isAnswered() {
        return complete;
    }

    /** Whether both stand for the same object of a library. */
    boolean isOfSameRequest(Exchange other) {
        return request != null && request == other.request;
    }

    /** Says who wants to know when it is answered. */
    void openIn(OpenExchanges exchanges) {
        open = exchanges;
    }

    /** Whether this is the same request, seen by another route: what is sent to the same place with the same User-Agent. */
    public boolean looksLike(Exchange other) {
        return method.equals(other.method)
                && host.equalsIgnoreCase(other.host)
                && (path == null ? other.path == null : path.equals(other.path))
                && (after == null ? other.after == null : after.equals(other.after));
    }

    /**
     * The end of it: the first call counts.
     *
     * @param found the response's {@code x-ms-correlation-request-id} and {@code x-ms-request-id}, each null if absent, in an
     *     array of two; or what was thrown
     * @param code the response's status; 0 if there was none
     */
    @Override
    public void accept(@Nullable Object found, int code) {
        if (complete) {
            return;
        }
        tookNanos = System.nanoTime() - startedNanos;
        status = code;
        if (found instanceof Object[]) {
            Object[] ids = (Object[]) found;
            correlationId = (String) ids[0];
            requestId = (String) ids[1];
        } else {
            failure = found;
        }
        complete = true;
        close();
    }

    @Override
    boolean isComplete() {
        return complete;
    }

    @Override
    void close() {
        if (open != null) {
            open.remove(this);
        }
        request = null;
    }

    private Pid pid() {
        return Pid.of(attribution, before, after, routeIsOff);
    }

    @Override
    void describe(Line line, Names names) {
        ResourcePath resource = ResourcePath.of(method, path);
        line.text("kind", "request")
                .number("n", number())
                .text("route", route.label())
                .text("method", Allowed.method(method))
                .text("host", Allowed.host(host))
                .text("provider", resource.provider())
                .text("type", resource.type())
                .text("action", resource.action())
                .text("apiVersion", Allowed.apiVersion(query));
        describeAnswer(line);
        pid().describe(line);
        String salt = Names.salt(attribution.trackingId());
        line.text("subscription", names.of(resource.subscription(), salt))
                .text("resourceGroup", names.of(resource.resourceGroup(), salt))
                .text("name", names.of(resource.name(), salt));
    }

    private void describeAnswer(Line line) {
        if (!complete) {
            return;
        }
        if (status > 0) {
            line.number("status", status);
        }
        line.text("failure", failure == null ? null : failure.getClass().getName())
                .number("milliseconds", TimeUnit.NANOSECONDS.toMillis(tookNanos))
                .text("correlationId", Allowed.id(correlationId))
                .text("requestId", Allowed.id(requestId));
        if (attempt > 0) {
            line.number("attempt", attempt);
        }
    }

    @Override
    void count(Summary summary) {
        summary.request(route, method, ResourcePath.of(method, path), pid());
    }

    @Override
    void record(Recording recording, Names names) {
        ResourcePath resource = ResourcePath.of(method, path);
        Pid pid = pid();
        recording.request(
                route.label(),
                Allowed.method(method),
                Allowed.host(host),
                resource.provider(),
                resource.type(),
                status,
                TimeUnit.NANOSECONDS.toMillis(tookNanos),
                Allowed.id(correlationId),
                Allowed.id(requestId),
                pid.label(),
                pid.trackingId());
    }
}
