package dev.partnerattribution.receipts;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to Azure Resource Manager and what came of it. Made when it is sent, on the thread that sends it; it keeps what it is
 * given as it is, and is taken apart on the thread that writes.
 */
public final class Exchange extends Receipt implements ObjIntConsumer<Object> {
    /** Says that a correlation ID is told. */
    public static final int CORRELATION_ID = -1;

    private final Route route;
    private final Attribution attribution;
    private final String method;
    private final String host;
    private final @Nullable String path;
    private final @Nullable String query;
    private final @Nullable String after;
    private final boolean stamped;
    private @Nullable Object request;
    private short attempt;
    private boolean routeIsOff;

    private short status;
    private @Nullable Object correlationIdOrFailure;
    private @Nullable String requestId;
    private int milliseconds;
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
        this.after = after;
        this.stamped = after != null && !after.equals(before);
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

    /** Whether this is the same request, seen by another route: what is sent to the same place with the same User-Agent. */
    public boolean looksLike(Exchange other) {
        return method.equals(other.method)
                && host.equalsIgnoreCase(other.host)
                && (path == null ? other.path == null : path.equals(other.path))
                && (after == null ? other.after == null : after.equals(other.after));
    }

    /**
     * What came of it. A response is told twice, so that nothing is made for it: first its {@code
     * x-ms-correlation-request-id}, then its {@code x-ms-request-id} and its status, with which all is known. What comes later is
     * not kept.
     *
     * @param found one of these IDs, null if it is absent; or what was thrown
     * @param code {@link #CORRELATION_ID}; the response's status; 0 for what was thrown
     */
    @Override
    public void accept(@Nullable Object found, int code) {
        if (complete) {
            return;
        }
        if (code == CORRELATION_ID) {
            correlationIdOrFailure = found;
            return;
        }
        milliseconds = (int) (System.currentTimeMillis() - started());
        status = (short) code;
        if (code == 0) {
            correlationIdOrFailure = found;
        } else {
            requestId = (String) found;
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
        if (request != null) {
            request = null;
            Receipts.here().forget(this);
        }
    }

    private Pid pid() {
        return Pid.of(attribution, stamped, after, routeIsOff);
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
        Object failure = status == 0 ? correlationIdOrFailure : null;
        line.text("failure", failure == null ? null : failure.getClass().getName())
                .number("milliseconds", milliseconds)
                .text("correlationId", correlationId())
                .text("requestId", Allowed.id(requestId));
        if (attempt > 0) {
            line.number("attempt", attempt);
        }
    }

    private @Nullable String correlationId() {
        return status == 0 ? null : Allowed.id((String) correlationIdOrFailure);
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
                (int) status,
                (long) milliseconds,
                correlationId(),
                Allowed.id(requestId),
                pid.label(),
                pid.trackingId());
    }
}
