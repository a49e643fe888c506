package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.Note;

/**
 * What was woven, or could not be.
 *
 * @param where the archive or folder, such as {@code app.jar!/BOOT-INF/lib/okhttp-3.14.9.jar}
 */
public record Finding(String where, Note note) {
    /** Returns whether it could not be woven. */
    public boolean isProblem() {
        return note.problem() != null;
    }
}
