package dev.partnerattribution.weave.program;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The answer that a program waits for, while one request follows another. Who cancels it cancels the one that is under way. */
final class PendingResponse<T> extends CompletableFuture<HttpResponse<T>> {
    private final Sending<T> sending;
    private final @Nullable PushPromiseHandler<T> pushed;

    private volatile @Nullable CompletableFuture<HttpResponse<T>> underWay;

    PendingResponse(Sending<T> sending, @Nullable PushPromiseHandler<T> pushed) {
        this.sending = sending;
        this.pushed = pushed;
    }

    /** Sends the first request. */
    PendingResponse<T> begun() {
        sendNext();
        return this;
    }

    private void sendNext() {
        CompletableFuture<HttpResponse<T>> sent =
                sending.client().sendAsync(sending.begin(), sending.handler(), pushed);
        underWay = sent;
        CompletableFuture<?> unused = sent.whenComplete(this::take);
    }

    private void take(@Nullable HttpResponse<T> answer, @Nullable Throwable failure) {
        try {
            if (answer == null) {
                completeExceptionally(failure);
            } else if (isDone() || sending.isLast(answer)) {
                complete(answer);
            } else {
                sendNext();
            }
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        CompletableFuture<HttpResponse<T>> sent = underWay;
        if (sent != null) {
            sent.cancel(mayInterrupt);
        }
        return super.cancel(mayInterrupt);
    }
}
