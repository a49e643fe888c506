package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.internal.reading.JsonReader;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read. The model is there if it is a template, the fault if it is not readable.
 *
 * @param name its path, as messages name it
 * @param json in a file of JSON that can be read the whole of it
 * @param files the files that lie around it
 */
public record Document(
        String name,
        FileKind kind,
        Source source,
        @Nullable Model model,
        @Nullable UnreadableException fault,
        @Nullable Node json,
        LocalFiles files) {
    /** The most that is read of one file. */
    public static final int MAX_BYTES = 16 << 20;

    private static final Source NOTHING = new Source(new byte[0]);

    /** Returns what the bytes are; the end of the name says whether they are meant as Bicep. */
    public static Document of(String name, byte[] bytes, LocalFiles files) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bicepparam")) {
            return notATemplate(name, FileKind.PARAMETERS);
        }
        if (lower.endsWith(".zip")) {
            return ofPackage(name);
        }
        Source source = new Source(bytes);
        try {
            check(bytes);
            return lower.endsWith(".bicep") ? ofBicep(name, source, files) : ofJson(name, source, files);
        } catch (UnreadableException fault) {
            return new Document(name, FileKind.UNREADABLE, source, null, fault, null, files);
        }
    }

    /** Returns one that can't be read, such as an entry of a broken package. */
    public static Document unreadable(String name, String why) {
        UnreadableException fault = new UnreadableException(0, why);
        return new Document(name, FileKind.UNREADABLE, NOTHING, null, fault, null, LocalFiles.NONE);
    }

    /** Returns what stands for a zip; what is in it are documents of their own. */
    public static Document ofPackage(String name) {
        return notATemplate(name, FileKind.PACKAGE);
    }

    /** As messages start: file, line and column. Safe to print. */
    public String at(int offset) {
        return Sanitizer.line(name) + ":" + source.position(offset) + ": ";
    }

    /** Returns whether Bicep wrote it, and will write it anew. */
    public boolean isCompiledBicep() {
        return json instanceof Node.Fields root
                && root.object("metadata").object("_generator").text("name").equalsIgnoreCase("bicep");
    }

    private static Document notATemplate(String name, FileKind kind) {
        return new Document(name, kind, NOTHING, null, null, null, LocalFiles.NONE);
    }

    private static void check(byte[] bytes) throws UnreadableException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException(
                    0, "it is larger than " + (MAX_BYTES >> 20) + " MiB, the most that is read of a template");
        }
        Source.check(bytes);
    }

    private static Document ofBicep(String name, Source source, LocalFiles files) throws UnreadableException {
        return new Document(name, FileKind.BICEP, source, BicepModel.of(source, files), null, null, files);
    }

    private static Document ofJson(String name, Source source, LocalFiles files) throws UnreadableException {
        JsonReader.Json json = JsonReader.read(source);
        FileKind kind = json.root() instanceof Node.Fields root ? JsonKind.of(root) : FileKind.OTHER;
        if (kind != FileKind.ARM_TEMPLATE) {
            return new Document(name, kind, source, null, null, json.root(), files);
        }
        Model model = ArmModel.of(source, (Node.Fields) json.root(), json.comments(), files);
        return new Document(name, kind, source, model, null, json.root(), files);
    }
}
