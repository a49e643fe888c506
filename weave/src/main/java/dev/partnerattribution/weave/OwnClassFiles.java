package dev.partnerattribution.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The class files of our own classes, as they were compiled. */
final class OwnClassFiles {
    private OwnClassFiles() {}

    /** Reads that of the class of this name, which has slashes. */
    static byte[] read(String type) {
        try (InputStream in = OwnClassFiles.class.getClassLoader().getResourceAsStream(type + ".class")) {
            if (in == null) {
                throw new IllegalStateException("there is no class file of " + type);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
