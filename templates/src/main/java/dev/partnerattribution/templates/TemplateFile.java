package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.files.FoundFile;
import java.nio.file.Path;

/** A file that was found. What it holds is read when it is asked for, so that many can be found at once. */
public final class TemplateFile {
    /** What part a template plays beside the others that were found. */
    public enum Role {
        /** A customer deploys it: it needs the tracking ID. */
        MAIN,
        /** Another template deploys it: it must not have one. */
        LINKED,
        /** It lies beside or below a main template, and nothing says whether that one deploys it. */
        COMPANION,
        /** Bicep wrote it from a file that lies beside it, and will write it anew. */
        COMPILED
    }

    private final FoundFile found;
    private final Role role;
    private final String why;

    TemplateFile(FoundFile found, Role role, String why) {
        this.found = found;
        this.role = role;
        this.why = why;
    }

    /** The file on disk; the package for an entry of one. */
    public Path path() {
        return found.path();
    }

    /** The path in the package, with {@code /}; empty for a file on disk, and only such a one can be stamped. */
    public String entry() {
        return found.entry();
    }

    /** As messages name it; for an entry of a package {@code package.zip!/entry}. */
    public String name() {
        return found.name();
    }

    /** What it is. */
    public FileKind kind() {
        return found.kind();
    }

    /** What it holds, read anew if it was let go; unreadable if it was there and is no more. */
    public Template template() {
        return new Template(found.document());
    }

    public Role role() {
        return role;
    }

    /** Why it has this role, such as {@code another file deploys it: main.bicep}; empty for a main template. */
    public String why() {
        return why;
    }

    /** Whether this is a main template on disk: what is stamped in a folder. One that can't be read will be refused. */
    public boolean isToBeStamped() {
        boolean template = kind().isTemplate() || kind() == FileKind.UNREADABLE;
        return role == Role.MAIN && entry().isEmpty() && template && !found.isStandardInput();
    }
}
