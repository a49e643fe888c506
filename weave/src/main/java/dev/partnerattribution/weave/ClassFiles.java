package dev.partnerattribution.weave;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Class files by the names of their classes, which have slashes in place of dots and no {@code .class} at the end. */
public interface ClassFiles {

    /** The names of all classes, in an order that is the same each time. */
    Collection<String> names();

    /** Reads the class file of the class of this name; null if there is none. The caller does not change it. */
    byte @Nullable [] find(String name);
}
