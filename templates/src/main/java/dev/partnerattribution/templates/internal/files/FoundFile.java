package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.internal.evaluation.Links;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that was found, before anybody knows what part it plays. What it holds is let go and read again.
 *
 * @param place its real path, the same for each way to write it; {@code package!/entry} for an entry of one
 * @param named whether it was given by itself, not found in a folder or package
 * @param links the paths that each of its links may mean
 * @param compiled whether Bicep wrote it
 * @param publishes what it publishes as template specs
 */
public record FoundFile(
        Path path,
        String entry,
        String name,
        String place,
        boolean named,
        FileKind kind,
        List<List<String>> links,
        boolean compiled,
        Publishes publishes,
        Supplier<Document> loader) {
    static final String STANDARD_INPUT = "-";

    /** Whether a file deploys nothing itself but only publishes template specs, and where their templates are. */
    enum Publishes {
        NOTHING,
        ITS_OWN,
        OTHERS;

        private static Publishes of(@Nullable Model model) {
            if (model == null || !model.published().nothingElse()) {
                return NOTHING;
            }
            return model.published().templates().isEmpty() ? OTHERS : ITS_OWN;
        }
    }

    /** Returns a file on disk; of kind {@link FileKind#OTHER} if nothing in it is Azure's. */
    public static FoundFile onDisk(Path path, String place, boolean named, DocumentCache cache) {
        Supplier<Document> loader = () -> {
            try {
                return cache.read(path, path.toString());
            } catch (IOException e) {
                return Document.unreadable(path.toString(), Folder.reason(e));
            }
        };
        return of(path, "", place, named, loader);
    }

    /** Returns one that can't be read. */
    public static FoundFile unreadable(Path path, String place, String why) {
        return of(path, "", place, true, () -> Document.unreadable(path.toString(), why));
    }

    /** Returns what came by standard input: JSON if it starts so, else Bicep. */
    public static FoundFile ofStandardInput(Path path, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8);
        boolean json = start.replace("\ufeff", "").strip().startsWith("{");
        String name = json ? "stdin.json" : "stdin.bicep";
        return of(path, "", STANDARD_INPUT, true, () -> Document.of(name, bytes, LocalFiles.NONE));
    }

    static FoundFile of(Path path, String entry, String place, boolean named, Supplier<Document> loader) {
        Document document = loader.get();
        FileKind kind = isOfAzure(document) ? document.kind() : FileKind.OTHER;
        return new FoundFile(
                path,
                entry,
                document.name(),
                place,
                named,
                kind,
                document.model() == null ? List.of() : Links.of(document.model()),
                document.isCompiledBicep(),
                Publishes.of(document.model()),
                loader);
    }

    /** Returns what it holds. */
    public Document document() {
        return loader.get();
    }

    /** Returns whether it came by standard input. */
    public boolean isStandardInput() {
        return place.equals(STANDARD_INPUT);
    }

    String folder() {
        return place.substring(0, place.lastIndexOf('/') + 1);
    }

    String fileName() {
        return place.substring(place.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Of an unreadable file its text decides; that of one in UTF-16 has zeros in it. */
    private static boolean isOfAzure(Document document) {
        if (document.kind() != FileKind.UNREADABLE) {
            return document.kind() != FileKind.OTHER;
        }
        String text = new String(document.source().bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.isEmpty()
                || document.name().toLowerCase(Locale.ROOT).endsWith(".bicep")
                || text.toLowerCase(Locale.ROOT).contains("deploymenttemplate.json");
    }
}
