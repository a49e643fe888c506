package dev.partnerattribution.testkit.internal.arm;

import dev.partnerattribution.testkit.internal.http.Request;
import java.util.Optional;

/**
 * How clients hear of the progress of a long-running operation.
 *
 * @param isAsync whether the address for it is in {@code Azure-AsyncOperation}, and not in {@code Location}
 * @param polls how many polls hear that the operation still runs
 * @param retryAfterSeconds the {@code Retry-After}
 * @param host where progress is asked for; empty for where the operation was begun
 */
public record Polling(boolean isAsync, int polls, int retryAfterSeconds, Optional<String> host) {

    public static final Polling AT_ASYNC_OPERATION = new Polling(true, 1, 1, Optional.empty());
    public static final Polling AT_LOCATION = new Polling(false, 1, 1, Optional.empty());

    public Polling withPolls(int count) {
        return new Polling(isAsync, count, retryAfterSeconds, host);
    }

    public Polling withRetryAfterSeconds(int seconds) {
        return new Polling(isAsync, polls, seconds, host);
    }

    public Polling withHost(String name) {
        return new Polling(isAsync, polls, retryAfterSeconds, Optional.of(name));
    }

    String retryAfter() {
        return Integer.toString(retryAfterSeconds);
    }

    String urlOf(Request request, String path) {
        return host.map(name -> request.urlOf(name, path)).orElseGet(() -> request.urlOf(path));
    }
}
