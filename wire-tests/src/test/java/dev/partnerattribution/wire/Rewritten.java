package dev.partnerattribution.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies of compiled code as tools leave it that cut down or obfuscate. Each byte of a file is one character here. */
public final class Rewritten {
    private static final String SIGNATURE = "META-INF/[^/]*[.](SF|RSA)";

    private Rewritten() {}

    /** A jar without the files of these names. */
    public static Path without(Predicate<String> removed, Path jar, Path target) throws IOException {
        return copied(jar, target, removed.negate(), UnaryOperator.identity());
    }

    /** A jar whose files have another content. */
    public static Path with(UnaryOperator<String> content, Path jar, Path target) throws IOException {
        return copied(jar, target, name -> true, content);
    }

    private static Path copied(Path jar, Path target, Predicate<String> kept, UnaryOperator<String> content)
            throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (kept.test(entry.getName()) && !entry.getName().matches(SIGNATURE)) {
                    out.putNextEntry(new ZipEntry(content.apply(entry.getName())));
                    out.write(rewritten(in.readAllBytes(), content));
                }
            }
        }
        return target;
    }

    /** A directory whose files have other names and another content. */
    public static Path directory(UnaryOperator<String> content, Path directory, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy =
                        target.resolve(content.apply(directory.relativize(file).toString()));
                Files.createDirectories(copy.getParent());
                Files.write(copy, rewritten(Files.readAllBytes(file), content));
            }
        }
        return target;
    }

    private static byte[] rewritten(byte[] file, UnaryOperator<String> content) {
        return content.apply(new String(file, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** Puts one constant of class files in place of another: names, descriptors. */
    public static UnaryOperator<String> constant(String before, String after) {
        return content -> content.replace(constant(before), constant(after));
    }

    /** As a class file holds it: its kind, its length in two bytes, itself. */
    private static String constant(String text) {
        return "\u0001" + (char) (text.length() >> 8) + (char) (text.length() & 0xff) + text;
    }
}
