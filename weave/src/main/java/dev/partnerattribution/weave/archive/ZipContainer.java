package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.zip.FileSlice;
import dev.partnerattribution.weave.zip.Packed;
import dev.partnerattribution.weave.zip.ZipArchive;
import dev.partnerattribution.weave.zip.ZipWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;

/** A zip file. */
final class ZipContainer implements Container {
    private final FileSlice file;
    private final ZipArchive archive;

    ZipContainer(FileSlice file) throws IOException {
        this.file = file;
        archive = ZipArchive.read(file);
    }

    @Override
    public List<String> names() {
        return archive.names();
    }

    @Override
    public boolean has(String entry) {
        return archive.has(entry);
    }

    @Override
    public byte[] content(String entry) throws IOException {
        return archive.content(entry);
    }

    @Override
    public FileSlice nested(String entry, Workspace workspace) throws IOException {
        return workspace.content(archive, entry);
    }

    /** Writes it as it is, if nothing of it is damaged. */
    void copyTo(OutputStream out) throws IOException {
        archive.check();
        file.copyTo(out);
    }

    /** Writes it with these changes. */
    void writeTo(OutputStream out, Changes changes, Workspace workspace) throws IOException {
        Map<String, Packed> replaced = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> content : changes.contents().entrySet()) {
            replaced.put(content.getKey(), Packed.of(method(content.getKey()), content.getValue()));
        }
        for (Map.Entry<String, Path> nested : changes.nested().entrySet()) {
            replaced.put(nested.getKey(), Packed.of(method(nested.getKey()), nested.getValue(), workspace.newFile()));
        }
        ZipWriter.write(archive, out, replaced, changes.removed());
    }

    private int method(String entry) {
        return archive.has(entry) ? archive.method(entry) : ZipEntry.DEFLATED;
    }
}
