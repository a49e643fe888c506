package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.options.AgentStart;
import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.SharedProperties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what was sent, if anybody wants to know: the operator, by the options {@code receipts} and {@code summary}, with an
 * agent also by {@code verbose}, or a recording of JDK Flight Recorder. Thread-safe. Nothing here throws, waits, or fails a request: what does not fit into
 * the memory set aside for it is dropped and counted.
 */
public final class Receipts {
    /** Those of this JVM, unless the runtime jar and the agent are both there: then each has its own, and the agent's count. */
    private static final AtomicReference<@Nullable Receipts> HERE = new AtomicReference<@Nullable Receipts>();

    /** Used by nobody but a recording of JDK Flight Recorder, and so made when the first one runs. */
    private static final AtomicReference<@Nullable Journal> RECORDED = new AtomicReference<@Nullable Journal>();

    private final @Nullable Journal asked;
    private final PendingPipelineRequests pending = new PendingPipelineRequests();
    private final TlsConnections connections = new TlsConnections();

    private Receipts(ReceiptOptions options) {
        boolean isAsked = options.path() != null || options.summary() || (options.verbose() && AgentStart.isThere());
        this.asked = isAsked ? Journal.of(options) : null;
    }

    /** Those that this copy of the runtime's classes takes down. Reads the configuration when first called. */
    public static Receipts here() {
        Receipts here = HERE.get();
        return here == null ? published(new Receipts(ReceiptOptions.here())) : here;
    }

    /** What was published first. Only its thread is started, and under no lock: the program may have a say in its threads. */
    private static Receipts published(Receipts made) {
        if (HERE.compareAndSet(null, made) && made.asked != null) {
            made.asked.start(() -> made.connections.settle(made::add));
        }
        Receipts here = HERE.get();
        return here == null ? made : here;
    }

    private static Journal recorded() {
        Journal recorded = RECORDED.get();
        if (recorded == null) {
            recorded = Journal.ofRecordingsOnly();
            if (RECORDED.compareAndSet(null, recorded)) {
                recorded.start(() -> {});
            }
        }
        Journal first = RECORDED.get();
        return first == null ? recorded : first;
    }

    /**
     * Whether a program's own copy of the runtime's classes is to leave this to the agent, or to the copy in what was woven, which
     * take down everything.
     */
    public static boolean areTheAgents() {
        return AgentStart.isThere() || SharedProperties.isWoven();
    }

    /** Whether anybody wants to know. Allocates nothing; what is done for a request begins with this. */
    public boolean wanted() {
        return asked != null || Recording.isOn();
    }

    /**
     * Takes down a request that passes through a library's pipeline, before an HTTP client sends it.
     *
     * @return the same, to be told what comes of it; null where a pipeline passes the same request a second time
     */
    public @Nullable Exchange pipelined(Exchange exchange) {
        if (!pending.add(exchange)) {
            return null;
        }
        add(exchange);
        return exchange;
    }

    /**
     * Takes down a request that an HTTP client sends.
     *
     * @return the same, to be told what comes of it; or the request of a pipeline that was taken down already, of which this is
     *     the sending
     */
    public Exchange sent(Exchange exchange) {
        connections.sawRequest(exchange.route(), exchange.host());
        Exchange pipelined = pending.removeSent(exchange);
        if (pipelined == null) {
            add(exchange);
        }
        return pipelined == null ? exchange : pipelined;
    }

    /** Is not to be recognised when it is sent, or seen once more. */
    void forget(Exchange exchange) {
        if (pending.remove(exchange) && exchange.hasStatus()) {
            connections.sawRequestOfPipeline(exchange.host());
        }
    }

    /** All is known of this one. */
    void isComplete(Exchange exchange) {
        Journal journal = journal();
        if (journal != null && exchange.number() > 0) {
            journal.isComplete();
        }
    }

    /** A TLS connection to Azure Resource Manager is opened: it is taken down unless a route accounts for it. */
    public void opened(TlsConnection connection) {
        connections.opened(connection, this::add);
    }

    /** Takes this down; what becomes known of it later is written into it. */
    public void add(Receipt receipt) {
        Journal journal = journal();
        if (journal != null) {
            journal.add(receipt);
        }
    }

    private @Nullable Journal journal() {
        return asked != null || !Recording.isOn() ? asked : recorded();
    }
}
