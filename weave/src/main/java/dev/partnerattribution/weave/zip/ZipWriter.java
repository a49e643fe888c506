package dev.partnerattribution.weave.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a zip file anew, with entries replaced, left out and added. What is not named is copied as the bytes that it is, in
 * its order; what is added stands at the end.
 */
public final class ZipWriter {
    private final ZipArchive from;
    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long position;
    private long entries;

    private ZipWriter(ZipArchive from, OutputStream out) {
        this.from = from;
        this.out = out;
    }

    /**
     * Writes it.
     *
     * @param out is neither flushed nor closed
     * @param replaced new content by the name of an entry, or of one that is to be added
     * @param left the names of entries that are left out
     */
    public static void write(ZipArchive from, OutputStream out, Map<String, Packed> replaced, Set<String> left)
            throws IOException {
        ZipWriter writer = new ZipWriter(from, out);
        FileSlice prefix = from.prefix();
        prefix.copyTo(out);
        writer.position = prefix.length();
        List<CentralRecord> records = from.records();
        for (int i = 0; i < records.size(); i++) {
            Packed content = replaced.get(records.get(i).name());
            if (content != null) {
                writer.entry(records.get(i).containing(content), from.localExtra(i), content);
            } else if (!left.contains(records.get(i).name())) {
                writer.copy(i);
            }
        }
        for (Map.Entry<String, Packed> added : replaced.entrySet()) {
            if (!from.has(added.getKey())) {
                writer.entry(CentralRecord.of(added.getKey(), added.getValue()), new byte[0], added.getValue());
            }
        }
        writer.end();
    }

    private void copy(int entry) throws IOException {
        FileSlice bytes = from.whole(entry);
        list(from.records().get(entry));
        bytes.copyTo(out);
        position += bytes.length();
    }

    private void entry(CentralRecord record, byte[] extra, Packed content) throws IOException {
        list(record);
        byte[] header = LocalHeader.of(record, ExtraFields.withoutZip64(extra));
        out.write(header);
        content.body().copyTo(out);
        position += header.length + content.length();
    }

    private void list(CentralRecord record) throws IOException {
        directory.write(record.at(position - from.end().uncounted()).bytes());
        entries++;
    }

    private void end() throws IOException {
        directory.writeTo(out);
        long uncounted = from.end().uncounted();
        out.write(from.end().with(entries, directory.size(), position - uncounted, uncounted));
    }
}
