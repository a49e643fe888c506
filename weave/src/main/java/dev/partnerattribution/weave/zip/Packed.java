package dev.partnerattribution.weave.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;

/**
 * The content of an entry as it is going to lie in a zip file.
 *
 * @param method {@link ZipEntry#STORED} or {@link ZipEntry#DEFLATED}
 * @param size of the content before it was packed
 */
public record Packed(int method, long crc, long size, Body body) {

    /** The packed bytes. */
    interface Body {
        long length() throws IOException;

        void copyTo(OutputStream out) throws IOException;
    }

    /** Packs bytes by this method. */
    public static Packed of(int method, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length);
        try {
            Sum sum = pack(method, new ByteArrayInputStream(content), packed);
            return new Packed(method, sum.crc, sum.size, new InMemory(packed));
        } catch (IOException e) {
            throw new AssertionError("memory can be written", e);
        }
    }

    /**
     * Packs a file by this method. It stays there as long as the result is used.
     *
     * @param room a file for the packed bytes, which is made if they are others than those of the file
     */
    public static Packed of(int method, Path content, Path room) throws IOException {
        boolean isStored = method == ZipEntry.STORED;
        try (InputStream in = Files.newInputStream(content);
                OutputStream packed = isStored ? OutputStream.nullOutputStream() : Files.newOutputStream(room)) {
            Sum sum = pack(method, in, packed);
            Path file = isStored ? content : room;
            return new Packed(method, sum.crc, sum.size, new InFile(file));
        }
    }

    private record Sum(long crc, long size) {}

    private static Sum pack(int method, InputStream content, OutputStream packed) throws IOException {
        CheckedInputStream counted = new CheckedInputStream(content, new CRC32());
        long size;
        if (method == ZipEntry.STORED) {
            size = counted.transferTo(packed);
        } else {
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try {
                DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater);
                size = counted.transferTo(out);
                out.finish();
            } finally {
                deflater.end();
            }
        }
        return new Sum(counted.getChecksum().getValue(), size);
    }

    long length() throws IOException {
        return body.length();
    }

    private record InMemory(ByteArrayOutputStream bytes) implements Body {
        @Override
        public long length() {
            return bytes.size();
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }
    }

    private record InFile(Path file) implements Body {
        @Override
        public long length() throws IOException {
            return Files.size(file);
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            Files.copy(file, out);
        }
    }
}
