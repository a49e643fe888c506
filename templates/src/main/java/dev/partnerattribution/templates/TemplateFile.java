package dev.partnerattribution.templates;

import java.nio.file.Path;

/**
 * A file that was found.
 *
 * @param path the file on disk; the package for an entry of one
 * @param entry the path in the package, with {@code /}; empty for a file on disk, and only such a one can be stamped
 */
public record TemplateFile(Path path, String entry, Template template, Role role) {
    /** What part a template plays beside the others that were found. */
    public enum Role {
        /** A customer deploys it: it needs the tracking ID. */
        MAIN,
        /** Another template deploys it: it must not have one. */
        LINKED,
        /** It lies beside or below a main template, and nothing says whether that one deploys it. */
        COMPANION
    }

    /** Whether this is a main template on disk: what is stamped in a folder. One that can't be read will be refused. */
    public boolean isToBeStamped() {
        boolean readable = template.kind().isTemplate();
        return role == Role.MAIN && entry.isEmpty() && (readable || template.kind() == FileKind.UNREADABLE);
    }
}
