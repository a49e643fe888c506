package dev.partnerattribution.templates.internal.evaluation;

/** How much work one file's names may make: what would take longer counts as not known. */
final class Budget {
    private static final int STEPS_OF_A_NAME = 20_000;
    private static final int MAX_DEPTH = 100;

    private int left;
    private int leftOfName;
    private int depth;

    Budget(int steps) {
        this.left = steps;
    }

    void startName() {
        leftOfName = STEPS_OF_A_NAME;
        depth = 0;
    }

    /** Whether there is enough left for this many steps more. */
    boolean spend(int steps) {
        left -= Math.min(steps, Math.max(left, 0));
        leftOfName -= Math.min(steps, Math.max(leftOfName, 0));
        return left > 0 && leftOfName > 0;
    }

    boolean enter() {
        return ++depth <= MAX_DEPTH && spend(1);
    }

    void leave() {
        depth--;
    }
}
