package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.report.Receipt.Handed;
import dev.partnerattribution.cli.report.Receipt.Origin;
import dev.partnerattribution.cli.report.Receipt.Sent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What many receipts say together. A receipt that comes twice counts once. */
final class Ledger {
    /** What a browser holds without effort. */
    static final int MOST_ROWS = 200_000;

    private final Map<String, Jvm> jvms = new LinkedHashMap<>();
    private final Map<Purpose, Counts> byPurpose = new EnumMap<>(Purpose.class);
    private final Map<Handed, Long> children = new LinkedHashMap<>();
    private final TreeSet<String> routes = new TreeSet<>();
    private final TreeSet<String> hosts = new TreeSet<>();
    private final Writes writes = new Writes();
    private final Rows rows;
    private final Unread unread = new Unread();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    Ledger(int mostRows) {
        rows = new Rows(mostRows);
    }

    void add(Receipt receipt) {
        if (receipt instanceof Receipt.Request request && isNew(request.origin())) {
            request(request);
        } else if (receipt instanceof Receipt.Child child && isNew(child.origin())) {
            children.merge(child.handed(), 1L, Long::sum);
            seen(child.time());
        } else if (receipt instanceof Receipt.End end) {
            jvm(end.jvm()).end(end);
        } else if (receipt instanceof Receipt.Unknown unknown) {
            unknown(unknown.origin());
        } else if (receipt instanceof Receipt.Newer) {
            unread.newer();
        }
    }

    private void unknown(Origin origin) {
        if (origin.number() == 0 || isNew(origin)) {
            unread.unknownKind();
        }
    }

    private boolean isNew(Origin origin) {
        return jvm(origin.jvm()).add(origin.number());
    }

    private Jvm jvm(String name) {
        return jvms.computeIfAbsent(name, Jvm::new);
    }

    private void request(Receipt.Request request) {
        Sent sent = request.sent();
        of(sent.purpose()).add(sent);
        if (sent.purpose() == Purpose.WRITE) {
            writes.add(sent);
        }
        routes.add(sent.route());
        hosts.add(sent.operation().host());
        seen(request.trace().time());
        rows.add(request);
    }

    private void seen(long time) {
        from = Math.min(from, time);
        to = Math.max(to, time);
    }

    Counts of(Purpose purpose) {
        return byPurpose.computeIfAbsent(purpose, none -> new Counts());
    }

    /** The requests that create or change resources. */
    Counts writes() {
        return of(Purpose.WRITE);
    }

    long requests() {
        return byPurpose.values().stream().mapToLong(Counts::all).sum();
    }

    /** Those that Azure did not refuse, by resource type, in alphabetical order. */
    Map<String, Counts> deployedByType() {
        return writes.deployedByType();
    }

    /** Of the requests that create or change resources those without the partner's ID. */
    Map<Reason, Counts> missingByReason() {
        return writes.missingByReason();
    }

    /** The tracking IDs that those with one carried. */
    Map<String, Long> writesById() {
        return writes.byId();
    }

    Map<String, Long> writesByOtherId() {
        return writes.byOtherId();
    }

    /** How many child processes were handed what. */
    Map<Handed, Long> children() {
        return children;
    }

    Collection<Jvm> jvms() {
        return jvms.values();
    }

    Collection<String> routes() {
        return routes;
    }

    Collection<String> hosts() {
        return hosts;
    }

    Rows rows() {
        return rows;
    }

    Unread unread() {
        return unread;
    }

    /** Receipts, each once. */
    long receipts() {
        return jvms.values().stream().mapToLong(Jvm::receipts).sum();
    }

    /** Receipts that are known to have been made, and are not here. */
    long lost() {
        return jvms.values().stream().mapToLong(Jvm::lost).sum();
    }

    /** Whether there is a time of a receipt, and so {@link #from()} and {@link #to()}. */
    boolean hasTime() {
        return from <= to;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }
}
