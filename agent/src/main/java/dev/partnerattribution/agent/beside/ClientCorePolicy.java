package dev.partnerattribution.agent.beside;

import io.clientcore.core.http.models.HttpHeaderName;
import io.clientcore.core.http.models.HttpRequest;
import io.clientcore.core.http.models.Response;
import io.clientcore.core.http.pipeline.HttpPipelineNextPolicy;
import io.clientcore.core.http.pipeline.HttpPipelinePolicy;
import io.clientcore.core.models.binarydata.BinaryData;
import java.net.URI;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of a pipeline of {@code io.clientcore}, of which there are betas only. */
public final class ClientCorePolicy implements HttpPipelinePolicy {
    private static final HttpHeaderName CORRELATION_ID = HttpHeaderName.fromString("x-ms-correlation-request-id");
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");

    private static volatile boolean unfit;

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
            giveUp(e);
            return null;
        }
    }

    /** A retry sends the same request again: then nothing changes. Returns who wants to know what comes of it, or null. */
    private @Nullable ObjIntConsumer<Object> stamp(HttpRequest request) {
        String before = request.getHeaders().getValue(HttpHeaderName.USER_AGENT);
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

    /** Says it here, because beside a library nothing of ours is seen. The request goes out as without us. */
    private static synchronized void giveUp(Throwable e) {
        if (!unfit) {
            unfit = true;
            System.err.println("partner-attribution: off for clientcore: " + e
                    + "; known are versions 1.0.0-beta.10 to 1.0.0-beta.11");
        }
    }
}
