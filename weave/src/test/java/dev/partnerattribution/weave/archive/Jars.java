package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.ByteBuddy;

/** Archives as Java's own tools write them: with sizes behind the content, and times in extra fields. */
final class Jars {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Any class of this name. */
    static byte[] type(String name) {
        return new ByteBuddy()
                .subclass(Object.class)
                .name(name.replace('/', '.'))
                .make()
                .getBytes();
    }

    Jars type(String folder, String name) throws IOException {
        return deflated(folder + name + ".class", type(name));
    }

    Jars text(String name, String content) throws IOException {
        return deflated(name, content.getBytes(UTF_8));
    }

    Jars deflated(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(1_700_000_000_000L);
        entry.setExtra(new byte[] {0x77, 0x66, 3, 0, 1, 2, 3});
        entry.setComment("of " + name);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    Jars stored(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    Jars comment(String comment) {
        zip.setComment(comment);
        return this;
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    Path at(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** The same behind a script, from which offsets count or don't. */
    Path behind(String script, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(script.getBytes(UTF_8));
            out.write(bytes());
        }
        return file;
    }

    /** Reads an entry by the JDK. */
    static byte[] entry(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }
}
