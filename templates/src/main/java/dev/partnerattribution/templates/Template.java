package dev.partnerattribution.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that may be a template, as it was read. Immutable. What the file holds never makes a method throw. */
public final class Template {
    /** The most that is read of one file: 16 MiB. Azure Resource Manager takes templates of up to 4 MB. */
    public static final int MAX_BYTES = 16 << 20;

    private final String name;
    private final Contents contents;

    private Template(String name, Contents contents) {
        this.name = name;
        this.contents = contents;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read; not because of what it holds
     */
    public static Template read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.toString(), in.readNBytes(MAX_BYTES + 1));
        }
    }

    /**
     * A template whose bytes are at hand.
     *
     * @param name the file's path or name: it is named in messages, and {@code .bicep} at its end makes it a Bicep file
     * @param bytes what it holds; kept, so not to be changed afterwards
     */
    public static Template of(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bicepparam")) {
            return new Template(name, Contents.notATemplate(FileKind.PARAMETERS));
        }
        if (lower.endsWith(".zip")) {
            return ofPackage(name);
        }
        return new Template(name, lower.endsWith(".bicep") ? Contents.ofBicep(bytes) : Contents.ofJson(bytes));
    }

    /** One that can't be read, such as an entry of a broken package. */
    static Template unreadable(String name, String why) {
        return new Template(name, Contents.unreadable(new Source(new byte[0]), new UnreadableException(0, why)));
    }

    static Template ofPackage(String name) {
        return new Template(name, Contents.notATemplate(FileKind.PACKAGE));
    }

    /** The path or name that it was read by. */
    public String name() {
        return name;
    }

    /** What the file is. */
    public FileKind kind() {
        return contents.kind();
    }

    /** What it deploys to; empty if it does not say, or is no template. */
    public Optional<Scope> scope() {
        return Optional.ofNullable(contents.model()).map(Model::scope);
    }

    /** Null unless this is a template. */
    @Nullable
    Model model() {
        return contents.model();
    }

    /** Null unless this is unreadable. */
    @Nullable
    UnreadableException fault() {
        return contents.fault();
    }

    Source source() {
        return contents.source();
    }

    /** As messages start: file, line and column. */
    String at(int offset) {
        return name + ":" + source().position(offset) + ": ";
    }
}
