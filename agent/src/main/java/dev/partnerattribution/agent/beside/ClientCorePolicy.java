package dev.partnerattribution.agent.beside;

import io.clientcore.core.http.models.HttpHeaderName;
import io.clientcore.core.http.models.HttpRequest;
import io.clientcore.core.http.models.Response;
import io.clientcore.core.http.pipeline.HttpPipelineNextPolicy;
import io.clientcore.core.http.pipeline.HttpPipelinePolicy;
import io.clientcore.core.models.binarydata.BinaryData;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Stamps the requests of a pipeline of {@code io.clientcore}, of which there are betas only. */
public final class ClientCorePolicy implements HttpPipelinePolicy {
    private static volatile boolean unfit;

    private final BinaryOperator<@Nullable String> stamp;

    /** Made by the agent, beside the class that it instruments. */
    public ClientCorePolicy(BinaryOperator<@Nullable String> stamp) {
        this.stamp = stamp;
    }

    @Override
    public Response<BinaryData> process(HttpRequest request, HttpPipelineNextPolicy next) {
        if (!unfit) {
            try {
                stamp(request);
            } catch (LinkageError | RuntimeException e) {
                giveUp(e);
            }
        }
        return next.process();
    }

    /** A retry sends the same request again: then nothing changes. */
    private void stamp(HttpRequest request) {
        String before = request.getHeaders().getValue(HttpHeaderName.USER_AGENT);
        String after = stamp.apply(request.getUri().getHost(), before);
        if (after != null && !after.equals(before)) {
            request.getHeaders().set(HttpHeaderName.USER_AGENT, after);
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
