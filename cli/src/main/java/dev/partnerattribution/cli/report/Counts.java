package dev.partnerattribution.cli.report;

/** How many of some requests carried what. */
final class Counts {
    private long ours;
    private long others;
    private long none;
    private long refused;

    void add(Receipt.Sent sent) {
        Pid pid = sent.mark().pid();
        ours += pid.isOurs() ? 1 : 0;
        others += pid == Pid.OTHER ? 1 : 0;
        none += pid == Pid.NONE ? 1 : 0;
        refused += sent.answer().isRefusal() ? 1 : 0;
    }

    void add(Counts more) {
        ours += more.ours;
        others += more.others;
        none += more.none;
        refused += more.refused;
    }

    long ours() {
        return ours;
    }

    /** With another partner's ID. */
    long others() {
        return others;
    }

    long none() {
        return none;
    }

    /** Without the partner's own, that is with another's or none. */
    long missing() {
        return others + none;
    }

    /** Of all, those that Azure answered with an error, or not at all. */
    long refused() {
        return refused;
    }

    long all() {
        return ours + others + none;
    }
}
