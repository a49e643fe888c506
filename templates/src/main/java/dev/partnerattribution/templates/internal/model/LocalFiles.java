package dev.partnerattribution.templates.internal.model;

import org.jspecify.annotations.Nullable;

/** The files around a template, by their paths from its folder. */
public interface LocalFiles {
    /** None, or none that anybody may read. */
    LocalFiles NONE = path -> null;

    /**
     * Returns the file, read as what it is.
     *
     * @param path relative, with {@code /}
     * @return null if there is none, if it is too large, or if enough have been read
     */
    @Nullable
    Document open(String path);

    /** Returns what a build puts in place of {@code ${name}}; null if that is not known. */
    default @Nullable String property(String name) {
        return null;
    }
}
