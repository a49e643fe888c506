package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Reason;
import dev.partnerattribution.cli.report.receipts.Receipt;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildEnvironment;
import dev.partnerattribution.cli.report.receipts.Receipt.Origin;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.RequestLine;
import dev.partnerattribution.cli.report.statistics.ChildProcesses.Started;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What many receipts say together. A receipt that comes twice counts once. Its size has a bound that the number of receipts
 * has no part in: a few hundred bytes for each JVM, more where it lost receipts here and there, and of all that may be
 * different in each request a sample.
 *
 * <p>Of one thread; several have one each, with the same JVMs, and put them together in the end.
 */
public final class ReceiptStatistics {
    private final JvmLogs jvms;
    private final Map<Purpose, Counts> byPurpose = new EnumMap<>(Purpose.class);
    private final ChildProcesses children = new ChildProcesses();
    private final NumbersByText routes = new NumbersByText();
    private final NumbersByText hosts = new NumbersByText();
    private final NumbersByText connections = new NumbersByText();
    private final Writes writes = new Writes();
    private final RequestRows rows = new RequestRows();
    private final Unread unread = new Unread();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private boolean endsRequired;

    /** Makes one of no receipts. */
    public ReceiptStatistics(JvmLogs jvms) {
        this.jvms = jvms;
    }

    /** Counts one. */
    public void add(Receipt receipt) {
        if (receipt instanceof RequestLine line && isNew(line.origin())) {
            add(line);
        } else if (receipt instanceof Receipt.ChildLine child && isNew(child.origin())) {
            children.add(new Started(child, 1));
            seen(child.time());
        } else if (receipt instanceof Receipt.ConnectionLine connection && isNew(connection.origin())) {
            connections.add(connection.text(), 1);
            seen(connection.time());
        } else if (receipt instanceof Receipt.EndLine end) {
            jvms.of(end.jvm()).end(end);
        } else if (receipt instanceof Receipt.UnknownLine unknown) {
            unknown(unknown.origin());
        } else if (receipt instanceof Receipt.NewerLine) {
            unread.newer();
        }
    }

    private void unknown(Origin origin) {
        if (origin.number() == 0 || isNew(origin)) {
            unread.unknownKind();
        }
    }

    private boolean isNew(Origin origin) {
        return jvms.of(origin.jvm()).add(origin.number());
    }

    private void add(RequestLine line) {
        Request request = line.request();
        of(request.purpose()).add(request);
        if (request.purpose() == Purpose.WRITE) {
            writes.add(line);
        }
        routes.add(request.route(), 1);
        hosts.add(request.operation().host(), 1);
        seen(line.trace().time());
        rows.add(request, line.trace());
    }

    void seen(long time) {
        from = Math.min(from, time);
        to = Math.max(to, time);
    }

    JvmLog jvm(String name) {
        return jvms.of(name);
    }

    Writes allWrites() {
        return writes;
    }

    NumbersByText routeNumbers() {
        return routes;
    }

    NumbersByText hostNumbers() {
        return hosts;
    }

    NumbersByText connectionNumbers() {
        return connections;
    }

    ChildProcesses childProcesses() {
        return children;
    }

    RequestRows requestRows() {
        return rows;
    }

    /** Adds those of another thread, which has the same JVMs. */
    public void addAll(ReceiptStatistics more) {
        more.byPurpose.forEach((purpose, counts) -> of(purpose).add(counts));
        children.addAll(more.children);
        routes.addAll(more.routes);
        hosts.addAll(more.hosts);
        connections.addAll(more.connections);
        writes.addAll(more.writes);
        rows.addAll(more.rows);
        unread.addAll(more.unread);
        from = Math.min(from, more.from);
        to = Math.max(to, more.to);
    }

    public Counts of(Purpose purpose) {
        return byPurpose.computeIfAbsent(purpose, none -> new Counts());
    }

    /** The requests that create or change resources. */
    public Counts writes() {
        return of(Purpose.WRITE);
    }

    /** Those that Azure did not refuse, by resource type, in alphabetical order. */
    public Map<String, Counts> deployedByType() {
        return writes.deployed().all();
    }

    /** Of the requests that create or change resources those without the partner's ID. */
    public Map<Reason, Counts> missingByReason() {
        return writes.missingByReason();
    }

    /** The first few of those. */
    public List<RequestLine> examples(Reason reason) {
        return writes.examples(reason);
    }

    /** The tracking IDs that those with one carried. */
    public Map<String, Long> writesById() {
        return writes.byId().all();
    }

    public Map<String, Long> writesByOtherId() {
        return writes.byOtherId().all();
    }

    /** How many child processes were handed what, in the order in which the first was started. */
    public Map<ChildEnvironment, Long> children() {
        return children.times();
    }

    /** How many child processes were started, those too of which only that is known. */
    public long childStarts() {
        return children.sum();
    }

    /** By name. */
    public Collection<JvmLog> jvms() {
        return jvms.all();
    }

    public Collection<String> routes() {
        return routes.all().keySet();
    }

    /** TLS connections on which no route saw a request: where they lead and who opened them, in words. */
    public Map<String, Long> unseenConnections() {
        return connections.all();
    }

    /** How many there were, those too of which only that is known. */
    public long unseenConnectionCount() {
        return connections.sum();
    }

    public Collection<String> hosts() {
        return hosts.all().keySet();
    }

    /** A sample of the requests, the worst first. */
    public List<RequestRow> rows() {
        return rows.all();
    }

    public Unread unread() {
        return unread;
    }

    /** Requests of all kinds. */
    public long requests() {
        return byPurpose.values().stream().mapToLong(Counts::all).sum();
    }

    /** Receipts, each once. */
    public long receipts() {
        return jvms().stream().mapToLong(JvmLog::receipts).sum();
    }

    /** Receipts that are known to have been made, and are not here. */
    public long lost() {
        return jvms().stream().mapToLong(JvmLog::lost).sum();
    }

    /** From now on nothing is complete where a JVM was killed or is still running: it may have sent more. */
    public void requireEnds() {
        endsRequired = true;
    }

    /** Whether all that was sent is known, as far as anybody can tell. */
    public boolean isWhole() {
        return !areReceiptsMissing()
                && unseenConnections().isEmpty()
                && !(endsRequired && !withoutEnd().isEmpty());
    }

    /** Whether some are lost, or could not be read. */
    public boolean areReceiptsMissing() {
        return lost() > 0 || unread.lines() > 0 || unread.newerLines() > 0;
    }

    /** JVMs that were killed or are still running: the last receipt is not there. */
    public List<JvmLog> withoutEnd() {
        return jvms().stream().filter(jvm -> !jvm.isEnded()).toList();
    }

    /** A JVM whose receipts came as counts, and once more, so that all figures are wrong. */
    public Optional<JvmLog> countedTwice() {
        return jvms().stream().filter(JvmLog::isCountedTwice).findFirst();
    }

    /** Whether there is a time of a receipt, and so {@link #from()} and {@link #to()}. */
    public boolean hasTime() {
        return from <= to;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }
}
