package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.files.DiskFiles;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that may be a template, as it was read. Immutable. What the file holds never makes a method throw. */
public final class Template {
    /** The most that is read of one file: 16 MiB. Azure Resource Manager takes templates of up to 4 MB. */
    public static final int MAX_BYTES = Document.MAX_BYTES;

    private final Document document;

    Template(Document document) {
        this.document = document;
    }

    /**
     * Reads a file. Local files that it deploys or imports from are looked into when they are needed.
     *
     * @throws IOException if it can't be read; not because of what it holds
     */
    public static Template read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return new Template(Document.of(file.toString(), bytes, DiskFiles.around(file)));
        }
    }

    /**
     * A template whose bytes are at hand; no other file is looked into.
     *
     * @param name the file's path or name: it is named in messages, and {@code .bicep} at its end makes it a Bicep file
     * @param bytes what it holds; kept, so not to be changed afterwards
     */
    public static Template of(String name, byte[] bytes) {
        return new Template(Document.of(name, bytes, LocalFiles.NONE));
    }

    static Template ofPackage(String name) {
        return new Template(Document.ofPackage(name));
    }

    /** The path or name that it was read by. */
    public String name() {
        return document.name();
    }

    /** What the file is. */
    public FileKind kind() {
        return document.kind();
    }

    /**
     * What it deploys to, or if it only publishes template specs the first of them; empty if it does not say, or is no
     * template.
     */
    public Optional<Scope> scope() {
        return Optional.ofNullable(document.model())
                .map(model -> model.deployed().stream().findFirst().orElse(model))
                .map(Model::scope);
    }

    Document document() {
        return document;
    }
}
