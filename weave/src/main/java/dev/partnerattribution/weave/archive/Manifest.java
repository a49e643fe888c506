package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The manifest of a container, if it has one that can be read. */
final class Manifest {
    private static final Pattern SECTIONS = Pattern.compile("(?<=\\n\\r?\\n)(?!\\r?\\n)");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?<=\\n)(?! )");

    private final @Nullable Attributes attributes;

    private Manifest(@Nullable Attributes attributes) {
        this.attributes = attributes;
    }

    static Manifest of(Container container) throws IOException {
        if (!container.has(Container.MANIFEST)) {
            return new Manifest(null);
        }
        byte[] content = container.content(Container.MANIFEST);
        try {
            return new Manifest(new java.util.jar.Manifest(new ByteArrayInputStream(content)).getMainAttributes());
        } catch (IOException unreadable) {
            // Java would not start it; what does may not ask.
            return new Manifest(null);
        }
    }

    boolean isMultiRelease() {
        return "true".equalsIgnoreCase(value("Multi-Release"));
    }

    /** The further archives that it names, as it does. */
    String classPath() {
        return value("Class-Path").strip();
    }

    private String value(String name) {
        String value = attributes == null ? null : attributes.getValue(name);
        return value == null ? "" : value;
    }

    /**
     * Takes the digests of a signature out of a manifest, and sections that held nothing else. Lines are broken after so many
     * bytes, also within a character: all other bytes stay as they are.
     */
    static byte[] withoutDigests(byte[] manifest) {
        List<String> kept = new ArrayList<>();
        for (String section : SECTIONS.split(new String(manifest, ISO_8859_1), -1)) {
            StringBuilder others = new StringBuilder();
            boolean isEmpty = true;
            for (String attribute : ATTRIBUTES.split(section, -1)) {
                String name = attribute.split(":", 2)[0].toLowerCase(Locale.ROOT);
                if (!name.endsWith("-digest") && !name.endsWith("-digest-manifest")) {
                    others.append(attribute);
                    isEmpty &= name.isBlank() || name.equals("name");
                }
            }
            if (!isEmpty) {
                kept.add(others.toString());
            }
        }
        return String.join("", kept).getBytes(ISO_8859_1);
    }
}
