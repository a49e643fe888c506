package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.zip.FileSlice;
import java.io.IOException;
import java.util.List;

/** What holds entries: a zip file, or a folder. */
interface Container {
    String MANIFEST = "META-INF/MANIFEST.MF";

    /** The names of all entries, with slashes, in their order. */
    List<String> names();

    boolean has(String entry);

    byte[] content(String entry) throws IOException;

    /** The content of an entry that is a zip file itself. */
    FileSlice nested(String entry, Workspace workspace) throws IOException;
}
