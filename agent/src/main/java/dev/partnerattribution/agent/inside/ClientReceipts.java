package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Route;
import dev.partnerattribution.receipts.Exchange;
import dev.partnerattribution.receipts.Receipts;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a hook in an HTTP client tells of the requests that it saw. It is a function of JDK types, because what stands beside a
 * library sees nothing of ours: first it asks {@link #test} whether anybody wants to know.
 */
final class ClientReceipts implements Predicate<@Nullable String>, Consumer<@Nullable Object[]> {
    private static final UnderWay UNDER_WAY = new UnderWay();

    private final Route route;
    private final Decision decision;
    private final Repeats repeats;

    ClientReceipts(Route route, Decision decision, Repeats repeats) {
        this.route = route;
        this.decision = decision;
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
        if (Decision.isArm(Address.bracketed(host))) {
            return Receipts.here().wanted();
        }
        if (ReceiptOptions.areAsked()) {
            UNDER_WAY.remove(route, Thread.currentThread()); // the next answer on it is to another request
        }
        return false;
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
        Attribution attribution = decision.attribution();
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
            send(key, decision.isOn() ? exchange : exchange.routeIsOff());
        }
    }

    /** What is under way already is seen once more, by another of a client's layers. */
    private void send(Object key, Exchange exchange) {
        if (UNDER_WAY.add(route, key, exchange, repeats)) {
            Receipts.here().sent(exchange);
        }
    }

    /** The answer has come to the request that is known by this key, null for the thread that sent it. */
    static void answered(
            Route route, @Nullable Object key, int status, @Nullable String correlationId, @Nullable String requestId) {
        Exchange exchange = UNDER_WAY.get(route, keyOrThread(key));
        if (exchange != null) {
            exchange.accept(correlationId, Exchange.CORRELATION_ID);
            exchange.accept(requestId, status);
        }
    }

    private static Object keyOrThread(@Nullable Object key) {
        return key == null ? Thread.currentThread() : key;
    }
}
