package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.arm.Polling;
import dev.partnerattribution.testkit.internal.tls.HostName;

/**
 * How a long-running operation is answered: by which header, how long, and where its progress is asked for. Immutable.
 */
public final class LongRunning {

    private final Polling polling;

    private LongRunning(Polling polling) {
        this.polling = polling;
    }

    /** An operation whose status is asked for at the address in {@code Azure-AsyncOperation}; one poll hears that it runs. */
    public static LongRunning asyncOperation() {
        return new LongRunning(Polling.AT_ASYNC_OPERATION);
    }

    /** An operation whose result is asked for at the address in {@code Location}; one poll hears that it runs. */
    public static LongRunning location() {
        return new LongRunning(Polling.AT_LOCATION);
    }

    /** How many polls, 0 or more, hear that the operation still runs; the next one hears that it is done. */
    public LongRunning polls(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("0 or more polls hear that an operation runs, not " + count);
        }
        return new LongRunning(polling.withPolls(count));
    }

    /** The {@code Retry-After}, 0 or more, 1 unless said otherwise. The Azure SDK for Java takes 0 for 30 seconds. */
    public LongRunning retryAfterSeconds(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("Retry-After is 0 seconds or more, not " + seconds);
        }
        return new LongRunning(polling.withRetryAfterSeconds(seconds));
    }

    /** Sends the polls to another host, such as {@code westeurope.management.azure.com}, that the server answers for. */
    public LongRunning pollsAt(String hostName) {
        return new LongRunning(polling.withHost(HostName.checked(hostName)));
    }

    Polling polling() {
        return polling;
    }
}
