package dev.partnerattribution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionCacheTest {
    private final AttributionCache cache = new AttributionCache();

    @Test
    void what_is_published_first_counts_for_this_pair_of_loaders_and_no_other() {
        ClassLoader context = new Likeable();
        ClassLoader library = new Likeable();
        ResolvedAttribution first = attribution();

        assertThat(cache.get(context, library)).isNull();
        assertThat(cache.publish(context, library, first)).isSameAs(first);
        assertThat(cache.publish(context, library, attribution())).isSameAs(first);
        assertThat(cache.get(context, library)).isSameAs(first);
        assertThat(cache.get(library, context)).isNull();
        assertThat(cache.get(context, null)).isNull();
        assertThat(cache.get(null, null)).isNull();
    }

    @Test
    void no_loader_is_one_too() {
        ResolvedAttribution ofTheJdk = attribution();
        cache.publish(null, null, ofTheJdk);

        assertThat(cache.get(null, null)).isSameAs(ofTheJdk);
    }

    @Test
    void it_does_not_grow_for_ever() {
        ClassLoader[] loaders = new ClassLoader[1_500];
        for (int i = 0; i < loaders.length; i++) {
            loaders[i] = new Likeable();
            cache.publish(loaders[i], null, attribution());
        }

        assertThat(IntStream.range(0, loaders.length).filter(i -> cache.get(loaders[i], null) != null))
                .containsExactlyElementsOf(
                        IntStream.range(500, loaders.length).boxed().toList());
    }

    @Test
    void a_loader_that_is_dropped_is_collected() throws InterruptedException {
        WeakReference<ClassLoader> dropped = new WeakReference<>(new Likeable());
        cache.publish(dropped.get(), dropped.get(), attribution());

        for (int i = 0; i < 100 && dropped.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(dropped.get()).isNull();
    }

    private static ResolvedAttribution attribution() {
        return new ResolvedAttribution(OffReason.NOT_CONFIGURED, "off");
    }

    /** A loader of the program's may say that it equals any other, or wait for a lock to say anything. */
    private static final class Likeable extends ClassLoader {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked");
        }
    }
}
