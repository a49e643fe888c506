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

    /** The class by its name with dots. */
    public String type() {
        return note.type().replace('/', '.');
    }

    /** For example {@code app.jar: okhttp3.internal.http.CallServerInterceptor (okhttp): it is newer than …}. */
    @Override
    public String toString() {
        return where + ": " + type() + " (" + note.route() + ")" + (isProblem() ? ": " + note.problem() : "");
    }
}
