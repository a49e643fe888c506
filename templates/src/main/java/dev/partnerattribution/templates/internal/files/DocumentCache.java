package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.internal.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The documents that were read last, up to a size: what is let go is read again if it is asked for. */
public final class DocumentCache {
    /** Of bytes on disk; in memory a document has about ten times as many. */
    private static final long MOST_BYTES = 2 << 20;

    private final Map<Path, Document> documents = new LinkedHashMap<>(16, 0.75f, true);
    private final UnaryOperator<@Nullable String> properties;
    private long bytes;

    /** @param properties gives what a build puts in place of {@code ${name}}, or null */
    public DocumentCache(UnaryOperator<@Nullable String> properties) {
        this.properties = properties;
    }

    @Nullable
    String property(String name) {
        return properties.apply(name);
    }

    /** Returns the file, named as it is to be shown. */
    Document read(Path file, String name) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        Document known = get(key);
        if (known != null && known.name().equals(name)) {
            return known;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Document document = Document.of(name, in.readNBytes(Document.MAX_BYTES + 1), new DiskFiles(key, this));
            put(key, document);
            return document;
        }
    }

    synchronized @Nullable Document get(Path key) {
        return documents.get(key);
    }

    private synchronized void put(Path key, Document document) {
        Document before = documents.put(key, document);
        bytes += document.source().length()
                - (before == null ? 0 : before.source().length());
        var oldest = documents.values().iterator();
        while (bytes > MOST_BYTES && documents.size() > 1) {
            bytes -= oldest.next().source().length();
            oldest.remove();
        }
    }
}
