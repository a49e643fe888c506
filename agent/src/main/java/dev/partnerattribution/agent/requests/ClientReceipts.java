package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.UnknownArmHost;
import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.Exchange;
import dev.partnerattribution.internal.receipts.Receipts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an instrumented HTTP client tells of the requests that it sends. It is a function of JDK types, because what is injected
 * into a library sees nothing of ours: first it asks {@link #test} whether anybody wants to know.
 */
public final class ClientReceipts implements Predicate<@Nullable String>, Consumer<@Nullable Object[]> {
    /** Headers of an answer that receipts quote. */
    public static final String CORRELATION_ID = "x-ms-correlation-request-id";

    /** See {@link #CORRELATION_ID}. */
    public static final String REQUEST_ID = "x-ms-request-id";

    /** Several, so that threads which send different requests seldom wait for each other. A power of two. */
    private static final InFlightRequests[] IN_FLIGHT = new InFlightRequests[16];

    static {
        for (int i = 0; i < IN_FLIGHT.length; i++) {
            IN_FLIGHT[i] = new InFlightRequests();
        }
    }

    /** Answers below are followed by another. */
    private static final int FIRST_FINAL = 200;

    private final Route route;
    private final RouteStamper stamper;
    private final Repeats repeats;

    /** Of requests that take this route. */
    public ClientReceipts(Route route, RouteStamper stamper, Repeats repeats) {
        this.route = route;
        this.stamper = stamper;
        this.repeats = repeats;
    }

    /**
     * Whether anybody wants to know of a request. Of those to other hosts nobody does; they end here, before what receipts
     * need is loaded.
     *
     * @param host where it goes
     */
    @Override
    public boolean test(@Nullable String host) {
        if (RouteStamper.isArm(Address.bracketed(host))) {
            return Receipts.here().wanted();
        }
        if (ReceiptOptions.areAsked()) {
            end(inFlight(Thread.currentThread())
                    .remove(route, Thread.currentThread())); // the next answer on it is to another request
            FromTheStart.countIfAsked();
        }
        return UnknownArmHost.couldBe(host);
    }

    /**
     * A request is about to be sent.
     *
     * @param told what its answer will be known by, null for the thread that sends it; its method; its URL, or the host and
     *     port it goes to; in the latter case the target in its first line, otherwise null; its User-Agent as it was, and as
     *     it is sent
     */
    @Override
    public void accept(@Nullable Object[] told) {
        Object key = keyOrThread(told[0]);
        Address address = Address.of((String) told[2], (String) told[3]);
        String host = address.host();
        if (host != null && !RouteStamper.isArm(host)) {
            UnknownArmHost.asked(host, address.path());
            return;
        }
        ResolvedAttribution attribution = stamper.attribution();
        if (host != null && attribution != null) {
            Exchange exchange = new Exchange(
                    route,
                    attribution,
                    String.valueOf(told[1]),
                    host,
                    address.path(),
                    address.query(),
                    (String) told[4],
                    (String) told[5]);
            send(key, stamper.isOn() ? exchange : exchange.routeIsOff());
        }
    }

    /** What is in flight already is seen once more, by another of a client's layers. */
    private void send(Object key, Exchange exchange) {
        InFlightRequests.Added added = inFlight(key).add(route, key, exchange, repeats);
        if (added == null) {
            return;
        }
        added.ended.forEach(ClientReceipts::end);
        if (added.resent != null) {
            added.resent.endAsResent();
        }
        Exchange takenDown = Receipts.here().sent(exchange);
        Exchange pipelined = added.pipelined;
        if (takenDown != exchange) {
            inFlight(key).isTakenDown(route, key, takenDown);
        } else if (pipelined != null) {
            // Two were sent for one in the pipeline, whose receipt will have the answer: this one stands for that
            // without.
            exchange.endAsResent();
            inFlight(key).isTakenDown(route, key, pipelined);
        }
    }

    /** Nothing more will be known of it. */
    private static void end(@Nullable Exchange exchange) {
        if (exchange != null) {
            exchange.accept(null, 0);
        }
    }

    /** The client is about to send the request that is known by this key, for the first time or once more. */
    public static void attempt(Route route, @Nullable Object key) {
        if (key != null) {
            inFlight(key).isNewAttempt(route, key);
        }
    }

    /**
     * The client is about to send the request that is known by this key; if it was to send it before, that could not be written.
     * What was not written, no server has received: it is the same request still.
     */
    public static void wasNotWritten(Route route, Object key) {
        inFlight(key).wasNotWritten(route, key);
    }

    /** Whether anybody wants to know of answers. A recording of JDK Flight Recorder does not count. */
    public static boolean areAnswersWanted() {
        return ReceiptOptions.areAsked();
    }

    /** Who takes the answers to them. */
    public Answers answers() {
        return new Answers(route);
    }

    /**
     * Takes answers: what the request is known by, null for the thread that sent it; the status, an Integer; and the values of
     * the headers that hold the correlation ID and the request ID, or null.
     */
    public static final class Answers implements BooleanSupplier, Consumer<@Nullable Object[]> {
        private final Route route;

        private Answers(Route route) {
            this.route = route;
        }

        @Override
        public boolean getAsBoolean() {
            return areAnswersWanted();
        }

        @Override
        public void accept(@Nullable Object[] answer) {
            answered(route, answer[0], (Integer) answer[1], (String) answer[2], (String) answer[3]);
        }
    }

    /** The answer has come to the request that is known by this key, null for the thread that sent it. */
    public static void answered(
            Route route, @Nullable Object key, int status, @Nullable String correlationId, @Nullable String requestId) {
        Exchange exchange =
                status < FIRST_FINAL ? null : inFlight(keyOrThread(key)).get(route, keyOrThread(key));
        if (exchange != null) {
            exchange.accept(correlationId, Exchange.CORRELATION_ID);
            exchange.accept(requestId, status);
        }
    }

    private static InFlightRequests inFlight(Object key) {
        return IN_FLIGHT[System.identityHashCode(key) & (IN_FLIGHT.length - 1)];
    }

    private static Object keyOrThread(@Nullable Object key) {
        return key == null ? Thread.currentThread() : key;
    }
}
