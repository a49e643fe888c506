package dev.partnerattribution.weave.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A zip file that is read, entry by entry. Each entry that is read or copied is checked against its sum.
 *
 * <p>Faults are {@link ZipException}s whose message goes on from the file's name.
 */
public final class ZipArchive {
    /** Nothing that deflate makes unpacks to more. */
    private static final long MOST_TIMES = 1_032;

    private final FileSlice file;
    private final EndRecord end;
    private final List<CentralRecord> records;
    private final long[] ends;
    private final BitSet checked = new BitSet();
    private final Map<String, Integer> byName = new LinkedHashMap<>();

    private ZipArchive(FileSlice file, EndRecord end, List<CentralRecord> records) throws ZipException {
        this.file = file;
        this.end = end;
        this.records = records;
        ends = ends();
        for (int i = 0; i < records.size(); i++) {
            byName.put(records.get(i).name(), i);
        }
    }

    /**
     * Reads the directory of a file.
     *
     * @throws ZipException if it is no zip file, cut off, or its directory is damaged
     */
    public static ZipArchive read(FileSlice file) throws IOException {
        EndRecord end = EndRecord.find(file);
        if (end.size() > Integer.MAX_VALUE) {
            throw new ZipException("its directory has more than 2 GB: weave the jars that it is made of");
        }
        ByteBuffer directory = file.read(end.directory(), (int) end.size());
        List<CentralRecord> records = new ArrayList<>();
        while (directory.hasRemaining()) {
            records.add(CentralRecord.read(directory));
        }
        if (!end.counts(records.size())) {
            throw new ZipException("its directory has " + records.size() + " entries, and says it has another number:"
                    + " build or copy it again");
        }
        return new ZipArchive(file, end, Collections.unmodifiableList(records));
    }

    /** Where each entry's bytes end: at the next one, or at the directory. */
    private long[] ends() throws ZipException {
        Integer[] byPlace = new Integer[records.size()];
        Arrays.setAll(byPlace, i -> i);
        Arrays.sort(byPlace, (a, b) -> Long.compare(start(a), start(b)));
        long[] found = new long[byPlace.length];
        long next = end.directory();
        for (int i = byPlace.length - 1; i >= 0; i--) {
            found[byPlace[i]] = next;
            if (start(byPlace[i]) < 0 || start(byPlace[i]) >= next) {
                throw new ZipException(
                        records.get(byPlace[i]).name() + " in it lies where something else does: build it again");
            }
            next = start(byPlace[i]);
        }
        return found;
    }

    private long start(int entry) {
        return end.uncounted() + records.get(entry).offset();
    }

    /** The names of all entries in the order of the directory, as often as they are there. */
    public List<String> names() {
        return records.stream().map(CentralRecord::name).toList();
    }

    /** Returns whether there is an entry of this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The method by which the entry of this name is packed. */
    public int method(String name) {
        return records.get(index(name)).method();
    }

    /** Reads the content of the entry of this name. */
    public byte[] content(String name) throws IOException {
        int entry = index(name);
        CentralRecord record = records.get(entry);
        try (InputStream in = open(entry)) {
            byte[] content = in.readNBytes(Math.toIntExact(Math.min(record.size(), Integer.MAX_VALUE - 8)));
            requireEnd(in, record);
            checked.set(entry);
            return content;
        }
    }

    /** Writes the content of the entry of this name. */
    public void unpack(String name, OutputStream out) throws IOException {
        int entry = index(name);
        try (InputStream in = open(entry)) {
            in.transferTo(out);
            checked.set(entry);
        }
    }

    /** The content of a stored entry, where it lies. */
    public FileSlice stored(String name) throws IOException {
        int entry = index(name);
        check(entry);
        return packed(entry);
    }

    private int index(String name) {
        Integer index = byName.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no entry: " + name);
        }
        return index;
    }

    List<CentralRecord> records() {
        return records;
    }

    EndRecord end() {
        return end;
    }

    /** What stands before the first entry, such as a script that starts the archive. */
    FileSlice prefix() throws ZipException {
        long first = end.directory();
        for (int i = 0; i < records.size(); i++) {
            first = Math.min(first, start(i));
        }
        return file.slice(0, first);
    }

    /** All of the file's bytes that belong to an entry, once its content was checked. */
    FileSlice whole(int entry) throws IOException {
        check(entry);
        return file.slice(start(entry), ends[entry] - start(entry));
    }

    /** The extra fields of its local header, which may be others than those of the directory. */
    byte[] localExtra(int entry) throws IOException {
        ByteBuffer header = header(entry);
        int length = Short.toUnsignedInt(header.getShort(LocalHeader.EXTRA_LENGTH));
        int name = Short.toUnsignedInt(header.getShort(LocalHeader.NAME_LENGTH));
        return file.read(start(entry) + LocalHeader.LENGTH + name, length).array();
    }

    /** Reads all entries that nobody has read yet, and throws their content away. */
    public void check() throws IOException {
        for (int i = 0; i < records.size(); i++) {
            check(i);
        }
    }

    private void check(int entry) throws IOException {
        if (checked.get(entry)) {
            return;
        }
        try (InputStream in = open(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        checked.set(entry);
    }

    private InputStream open(int entry) throws IOException {
        CentralRecord record = records.get(entry);
        if (record.isEncrypted()) {
            throw new ZipException(record.name() + " in it is encrypted, which Java can't read: build it without");
        }
        FileSlice packed = packed(entry);
        return switch (record.method()) {
            case ZipEntry.STORED -> new Checked(packed.stream(), record);
            case ZipEntry.DEFLATED -> {
                if (record.size() > MOST_TIMES * (packed.length() + 1)) {
                    throw damaged(record);
                }
                yield new Checked(new Inflated(packed.stream()), record);
            }
            default ->
                throw new ZipException(record.name() + " in it is packed by method " + record.method()
                        + ", which Java can't read: build it with deflate");
        };
    }

    private FileSlice packed(int entry) throws IOException {
        CentralRecord record = records.get(entry);
        ByteBuffer header = header(entry);
        int name = Short.toUnsignedInt(header.getShort(LocalHeader.NAME_LENGTH));
        int extra = Short.toUnsignedInt(header.getShort(LocalHeader.EXTRA_LENGTH));
        FileSlice packed = file.slice(start(entry) + LocalHeader.LENGTH + name + extra, record.packedSize());
        boolean isThis = name == record.rawName().length
                && Arrays.equals(
                        file.read(start(entry) + LocalHeader.LENGTH, name).array(), record.rawName());
        if (!isThis || packed.start() + packed.length() > file.start() + ends[entry]) {
            throw damaged(record);
        }
        return packed;
    }

    private ByteBuffer header(int entry) throws IOException {
        ByteBuffer header = file.read(start(entry), LocalHeader.LENGTH);
        if (header.getInt(0) != LocalHeader.SIGNATURE) {
            throw damaged(records.get(entry));
        }
        return header;
    }

    private static void requireEnd(InputStream in, CentralRecord record) throws IOException {
        if (in.read() >= 0) {
            throw damaged(record);
        }
    }

    private static ZipException damaged(CentralRecord record) {
        return new ZipException(record.name() + " in it is damaged: build or copy it again");
    }

    /** Frees what it holds outside of Java's memory. */
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream packed) {
            super(packed, new Inflater(true), 1 << 13);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Compares length and sum at the end, and never gives more than the length. */
    private static final class Checked extends CheckedInputStream {
        private final CentralRecord record;
        private long left;

        Checked(InputStream content, CentralRecord record) {
            super(content, new CRC32());
            this.record = record;
            left = record.size();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read;
            try {
                read = super.read(into, from, count);
            } catch (ZipException | java.io.EOFException e) {
                throw damaged(record);
            }
            left -= Math.max(0, read);
            if (left < 0 || (read < 0 && (left > 0 || getChecksum().getValue() != record.crc()))) {
                throw damaged(record);
            }
            return read;
        }
    }
}
