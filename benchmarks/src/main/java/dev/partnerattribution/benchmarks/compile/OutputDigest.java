package dev.partnerattribution.benchmarks.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One number for all files of a directory, their names and their bytes. */
final class OutputDigest {
    private OutputDigest() {}

    static String of(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                digest.update(directory.relativize(file).toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return files.size() + " files, SHA-256 "
                    + HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
