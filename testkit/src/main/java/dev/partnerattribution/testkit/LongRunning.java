package dev.partnerattribution.testkit;

import java.util.Optional;

/**
 * How a long-running operation is answered: by which header, how long, and where its progress is asked for. Immutable.
 */
public final class LongRunning {

    private final boolean async;
    private final int polls;
    private final int retryAfterSeconds;
    private final Optional<String> host;

    private LongRunning(boolean async, int polls, int retryAfterSeconds, Optional<String> host) {
        this.async = async;
        this.polls = polls;
        this.retryAfterSeconds = retryAfterSeconds;
        this.host = host;
    }

    /** An operation whose status is asked for at the address in {@code Azure-AsyncOperation}; one poll hears that it runs. */
    public static LongRunning asyncOperation() {
        return new LongRunning(true, 1, 1, Optional.empty());
    }

    /** An operation whose result is asked for at the address in {@code Location}; one poll hears that it runs. */
    public static LongRunning location() {
        return new LongRunning(false, 1, 1, Optional.empty());
    }

    /** How many polls, 0 or more, hear that the operation still runs; the next one hears that it is done. */
    public LongRunning polls(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("0 or more polls hear that an operation runs, not " + count);
        }
        return new LongRunning(async, count, retryAfterSeconds, host);
    }

    /** The {@code Retry-After}, 0 or more, 1 unless said otherwise. The Azure SDK for Java takes 0 for 30 seconds. */
    public LongRunning retryAfterSeconds(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("Retry-After is 0 seconds or more, not " + seconds);
        }
        return new LongRunning(async, polls, seconds, host);
    }

    /** Sends the polls to another host, such as {@code westeurope.management.azure.com}, that the server answers for. */
    public LongRunning pollsAt(String hostName) {
        return new LongRunning(async, polls, retryAfterSeconds, Optional.of(HostNames.checked(hostName)));
    }

    boolean isAsync() {
        return async;
    }

    int polls() {
        return polls;
    }

    String retryAfter() {
        return Integer.toString(retryAfterSeconds);
    }

    String urlOf(Request request, String path) {
        return host.map(name -> request.urlOf(name, path)).orElseGet(() -> request.urlOf(path));
    }
}
