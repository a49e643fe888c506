package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Pid;
import dev.partnerattribution.cli.report.receipts.Receipt;

/** How many of some requests carried what. */
public final class Counts {
    private long ours;
    private long others;
    private long none;
    private long refused;

    /** Makes one of no requests. */
    public Counts() {}

    Counts(long ours, long others, long none, long refused) {
        this.ours = ours;
        this.others = others;
        this.none = none;
        this.refused = refused;
    }

    void add(Receipt.Request request) {
        Pid pid = request.attribution().pid();
        ours += pid.isOurs() ? 1 : 0;
        others += pid == Pid.OTHER ? 1 : 0;
        none += pid == Pid.NONE ? 1 : 0;
        refused += request.answer().isRefusal() ? 1 : 0;
    }

    /** Adds what others come to. */
    public void add(Counts more) {
        ours += more.ours;
        others += more.others;
        none += more.none;
        refused += more.refused;
    }

    public long ours() {
        return ours;
    }

    /** With another partner's ID. */
    public long others() {
        return others;
    }

    public long none() {
        return none;
    }

    /** Without the partner's own, that is with another's or none. */
    public long missing() {
        return others + none;
    }

    /** Of all, those that Azure answered with an error, or not at all. */
    public long refused() {
        return refused;
    }

    public long all() {
        return ours + others + none;
    }
}
