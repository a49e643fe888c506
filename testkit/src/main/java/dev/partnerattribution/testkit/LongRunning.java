package dev.partnerattribution.testkit;

import java.util.Optional;

/**
 * How a long-running operation is answered: by which header, how long, and where its progress is asked for. Immutable.
 */
public final class LongRunning {

    enum Style {
        ASYNC_OPERATION,
        LOCATION
    }

    private final Style style;
    private final int polls;
    private final int retryAfterSeconds;
    private final Optional<String> host;

    private LongRunning(Style style, int polls, int retryAfterSeconds, Optional<String> host) {
        this.style = style;
        this.polls = polls;
        this.retryAfterSeconds = retryAfterSeconds;
        this.host = host;
    }

    /** An operation whose status is asked for at the address in {@code Azure-AsyncOperation}; one poll hears that it runs. */
    public static LongRunning asyncOperation() {
        return new LongRunning(Style.ASYNC_OPERATION, 1, 1, Optional.empty());
    }

    /** An operation whose result is asked for at the address in {@code Location}; one poll hears that it runs. */
    public static LongRunning location() {
        return new LongRunning(Style.LOCATION, 1, 1, Optional.empty());
    }

    /** How many polls, 0 or more, hear that the operation still runs; the next one hears that it is done. */
    public LongRunning polls(int count) {
        return new LongRunning(style, count, retryAfterSeconds, host);
    }

    /** The {@code Retry-After}, 1 unless said otherwise. The Azure SDK for Java takes 0 for 30 seconds. */
    public LongRunning retryAfterSeconds(int seconds) {
        return new LongRunning(style, polls, seconds, host);
    }

    /** Sends the polls to another host, such as {@code westeurope.management.azure.com}, that the server answers for. */
    public LongRunning pollsAt(String hostName) {
        return new LongRunning(style, polls, retryAfterSeconds, Optional.of(hostName));
    }

    Style style() {
        return style;
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
