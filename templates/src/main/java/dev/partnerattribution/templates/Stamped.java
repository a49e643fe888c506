package dev.partnerattribution.templates;

import java.io.IOException;
import java.nio.file.Path;

/** The tracking ID was put in; the file itself is as before until it is replaced. */
public final class Stamped implements StampOutcome {
    private final Template template;
    private final Edit edit;
    private final String message;

    Stamped(Template template, Edit edit, String message) {
        this.template = template;
        this.edit = edit;
        this.message = message;
    }

    @Override
    public String file() {
        return template.name();
    }

    @Override
    public String message() {
        return message;
    }

    /** Where the change stands, in the file as it was. */
    public Position position() {
        return template.source().position(edit.offset());
    }

    /** The file as it is with the tracking ID. A new array at each call. */
    public byte[] bytes() {
        return edit.applyTo(template.source().bytes());
    }

    /** Whether nothing was taken away: all bytes of the original are there, and in one piece before and after the addition. */
    public boolean onlyAdds() {
        return edit.removed() == 0;
    }

    /** The change as a unified diff, ready for {@code patch}; it names the file as it was read. */
    public String diff() {
        return UnifiedDiff.of(template.name(), template.source().bytes(), bytes());
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
