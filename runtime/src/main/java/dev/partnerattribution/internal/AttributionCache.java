package dev.partnerattribution.internal;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effective attribution of each pair of class loaders: that of the thread which asks, and that of the library which it
 * uses. Holds no class loader, and calls none, not even its {@code equals}. Thread-safe.
 *
 * <p>To find an attribution out calls class loaders of the program, which may wait for what another of its threads holds.
 * So that happens outside, under no lock: {@link #get}, where that is null find it out, then {@link #publish}. Two threads
 * may both find it out; what the first one publishes counts.
 */
public final class AttributionCache {
    /** More than the applications of any server. Who makes loaders without end has the oldest found out anew. */
    private static final int MOST = 1_000;

    /** Replaced as a whole. */
    private volatile Entry[] known = new Entry[0];

    /** Empty. */
    public AttributionCache() {}

    /** Allocates nothing; null if it was not found out yet. */
    public @Nullable ResolvedAttribution get(@Nullable ClassLoader context, @Nullable ClassLoader library) {
        return find(known, context, library);
    }

    /** Keeps what was found out, and returns what counts. */
    public synchronized ResolvedAttribution publish(
            @Nullable ClassLoader context, @Nullable ClassLoader library, ResolvedAttribution found) {
        ResolvedAttribution earlier = find(known, context, library);
        if (earlier != null) {
            return earlier;
        }
        known = with(known, new Entry(context, library, found));
        return found;
    }

    private static @Nullable ResolvedAttribution find(
            Entry[] entries, @Nullable ClassLoader context, @Nullable ClassLoader library) {
        for (Entry entry : entries) {
            if (is(entry.context, context) && is(entry.library, library)) {
                return entry.attribution;
            }
        }
        return null;
    }

    private static Entry[] with(Entry[] entries, Entry last) {
        List<Entry> kept = new ArrayList<Entry>(entries.length + 1);
        for (Entry entry : entries) {
            if (!isCollected(entry.context) && !isCollected(entry.library)) {
                kept.add(entry);
            }
        }
        if (kept.size() == MOST) {
            kept.remove(0);
        }
        kept.add(last);
        return kept.toArray(new Entry[0]);
    }

    private static boolean is(@Nullable WeakReference<ClassLoader> reference, @Nullable ClassLoader loader) {
        return reference == null ? loader == null : loader != null && reference.get() == loader;
    }

    private static boolean isCollected(@Nullable WeakReference<ClassLoader> reference) {
        return reference != null && reference.get() == null;
    }

    /** A null is the JDK's loader, or none. */
    private static final class Entry {
        private final @Nullable WeakReference<ClassLoader> context;
        private final @Nullable WeakReference<ClassLoader> library;
        private final ResolvedAttribution attribution;

        Entry(@Nullable ClassLoader context, @Nullable ClassLoader library, ResolvedAttribution attribution) {
            this.context = context == null ? null : new WeakReference<ClassLoader>(context);
            this.library = library == null ? null : new WeakReference<ClassLoader>(library);
            this.attribution = attribution;
        }
    }
}
