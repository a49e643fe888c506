package dev.partnerattribution.agent.clientcore;

import io.clientcore.core.http.models.HttpHeaderName;
import io.clientcore.core.http.models.HttpRequest;
import io.clientcore.core.http.models.Response;
import io.clientcore.core.http.pipeline.HttpPipelineNextPolicy;
import io.clientcore.core.http.pipeline.HttpPipelinePolicy;
import io.clientcore.core.models.binarydata.BinaryData;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of a pipeline of {@code io.clientcore}, of which there are betas only. */
public final class ClientCorePolicy implements HttpPipelinePolicy {
    private static final HttpHeaderName CORRELATION_ID = HttpHeaderName.fromString("x-ms-correlation-request-id");
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");

    /** Whether this class was found not to fit the version it was loaded with; and what was said. */
    private static volatile boolean unfit;

    private static final AtomicBoolean SAID_UNFIT = new AtomicBoolean();
    private static final AtomicBoolean SAID_FAULT = new AtomicBoolean();

    private final BinaryOperator<@Nullable String> stamp;
    private final BooleanSupplier wanted;
    private final Function<@Nullable Object[], @Nullable ObjIntConsumer<Object>> sent;

    /** Made by the agent, beside the class that it instruments. */
    public <R extends Function<@Nullable Object[], @Nullable ObjIntConsumer<Object>> & BooleanSupplier>
            ClientCorePolicy(BinaryOperator<@Nullable String> stamp, R receipts) {
        this.stamp = stamp;
        this.wanted = receipts;
        this.sent = receipts;
    }

    @Override
    public Response<BinaryData> process(HttpRequest request, HttpPipelineNextPolicy next) {
        ObjIntConsumer<Object> answer = unfit ? null : stamped(request);
        if (answer == null) {
            return next.process();
        }
        try {
            Response<BinaryData> response = next.process();
            tell(answer, response);
            return response;
        } catch (Throwable e) {
            answer.accept(e, 0);
            throw e;
        }
    }

    private @Nullable ObjIntConsumer<Object> stamped(HttpRequest request) {
        try {
            return stamp(request);
        } catch (LinkageError | RuntimeException e) {
            report(e);
            return null;
        }
    }

    /** A retry sends the same request again: then nothing changes. Returns who wants to know what comes of it, or null. */
    private @Nullable ObjIntConsumer<Object> stamp(HttpRequest request) {
        String before = userAgent(request);
        URI uri = request.getUri();
        String after = stamp.apply(uri.getHost(), before);
        if (after != null && !after.equals(before)) {
            request.getHeaders().set(HttpHeaderName.USER_AGENT, after);
        }
        if (!wanted.getAsBoolean()) {
            return null;
        }
        Object[] told = {
            request,
            request.getHttpMethod().toString(),
            uri.getHost(),
            uri.getRawPath(),
            uri.getRawQuery(),
            before,
            after,
            null
        };
        return sent.apply(told);
    }

    private static void tell(ObjIntConsumer<Object> answer, @Nullable Response<BinaryData> response) {
        try {
            if (response != null) {
                answer.accept(response.getHeaders().getValue(CORRELATION_ID), -1); // tells it from the other
                answer.accept(response.getHeaders().getValue(REQUEST_ID), response.getStatusCode());
            }
        } catch (LinkageError | RuntimeException e) {
            answer.accept(e, 0); // what was sent is known all the same
        }
    }

    /** Something is missing: this version does not fit. Anything else concerns one request, such as one without a URI. */
    private static void report(Throwable e) {
        if (e instanceof LinkageError) {
            unfit = true;
            if (!SAID_UNFIT.getAndSet(true)) {
                say("off for clientcore: " + e + "; known are versions 1.0.0-beta.10 to 1.0.0-beta.11");
            }
        } else if (!SAID_FAULT.getAndSet(true)) {
            say("a request by clientcore goes out without the tracking ID: " + e + "; others are looked at as before");
        }
    }

    /** Says it here, because beside a library nothing of ours is seen. Holds no lock meanwhile. */
    private static void say(String message) {
        try {
            System.err.println(
                    "partner-attribution: " + message.replace('\r', ' ').replace('\n', ' '));
        } catch (RuntimeException e) {
            // A program may replace System.err by anything, even null.
        }
    }

    /** Several User-Agents are one; the library would put commas between them. */
    private static @Nullable String userAgent(HttpRequest request) {
        String value = request.getHeaders().getValue(HttpHeaderName.USER_AGENT);
        return value == null || value.indexOf(',') < 0
                ? value
                : String.join(" ", request.getHeaders().getValues(HttpHeaderName.USER_AGENT));
    }
}
