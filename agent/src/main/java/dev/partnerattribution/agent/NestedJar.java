package dev.partnerattribution.agent;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A jar inside a jar, read into memory: the JDK can't load classes from there. */
final class NestedJar {
    private NestedJar() {}

    /** All its files by name. */
    static Map<String, byte[]> unpacked(File jar, String nested) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] buffer = new byte[8192];
        try (JarFile opened = new JarFile(jar);
                ZipInputStream in = new ZipInputStream(opened.getInputStream(opened.getEntry(nested)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                }
                files.put(entry.getName(), out.toByteArray());
            }
        }
        return files;
    }
}
