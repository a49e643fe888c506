package dev.partnerattribution.internal.options;

import dev.partnerattribution.internal.ResolvedAttribution;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the operator wants to know of the requests that were sent. Immutable. */
public final class ReceiptOptions {
    private static final ReceiptOptions NONE = new ReceiptOptions(null, false, false, false);

    /** Not in a class of its own: the program's properties would be read while that is being initialised. */
    private static final AtomicReference<@Nullable ReceiptOptions> HERE =
            new AtomicReference<@Nullable ReceiptOptions>();

    private final @Nullable String path;
    private final boolean full;
    private final boolean summary;
    private final boolean verbose;

    ReceiptOptions(@Nullable String path, boolean full, boolean summary, boolean verbose) {
        this.path = path;
        this.full = full;
        this.summary = summary;
        this.verbose = verbose;
    }

    /** What was asked for when this was first called: see {@link #configured()}. */
    public static ReceiptOptions here() {
        ReceiptOptions here = HERE.get();
        if (here == null) {
            ReceiptOptions read = configured();
            here = HERE.compareAndSet(null, read) ? read : HERE.get();
        }
        return here == null ? NONE : here;
    }

    /** Whether anything was. A program that sends nothing to Azure asks this too, so it loads no other class. */
    public static boolean areAsked() {
        return here().path != null || here().summary || here().verbose;
    }

    /**
     * What the configuration asks for. Nothing where it holds a mistake: it is {@link ResolvedAttribution} that says so. Reads every
     * source anew.
     */
    private static ReceiptOptions configured() {
        try {
            return Settings.read().receipts();
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    /** Where receipts are written: a file, or a folder where the name ends with a slash or one exists. Null if nowhere. */
    public @Nullable String path() {
        return path;
    }

    /** Whether subscriptions, tenants and resources are named, rather than told apart by a hash. */
    public boolean full() {
        return full;
    }

    /** Whether a summary is printed when the JVM ends. */
    public boolean summary() {
        return summary;
    }

    /** Whether what no route saw is said when the JVM ends, where no summary says it. */
    public boolean verbose() {
        return verbose;
    }
}
