package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.stamping.Edit;
import dev.partnerattribution.templates.internal.stamping.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tracking ID was put in; the file itself is as before until it is replaced. */
public final class Stamped implements StampOutcome {
    private final Document document;
    private final List<Edit> edits;
    private final String message;

    Stamped(Document document, List<Edit> edits, String message) {
        this.document = document;
        this.edits = edits;
        this.message = message;
    }

    @Override
    public String file() {
        return document.name();
    }

    @Override
    public String message() {
        return message;
    }

    /** Where the change stands, in the file as it was; the first one if there are two. */
    public Position position() {
        return document.source().position(edits.get(0).offset());
    }

    /** The file as it is with the tracking ID. A new array at each call. */
    public byte[] bytes() {
        return Edit.applyAll(edits, document.source().bytes());
    }

    /** Whether nothing was taken away: all bytes of the original are there, in their order. */
    public boolean onlyAdds() {
        return edits.stream().allMatch(edit -> edit.removed() == 0);
    }

    /** The change as a unified diff, ready for {@code patch -p0}; it names the file as seen from the working directory. */
    public String diff() {
        return UnifiedDiff.of(document.name(), document.source().bytes(), bytes());
    }

    /**
     * Replaces a file by {@link #bytes()}: as a whole, or not at all. Its permissions stay, and so does a symbolic link to
     * it.
     *
     * @throws IOException if the file can't be replaced, with the reason; it is as before then
     */
    public void replace(Path file) throws IOException {
        WholeFile.replace(file, bytes());
    }
}
