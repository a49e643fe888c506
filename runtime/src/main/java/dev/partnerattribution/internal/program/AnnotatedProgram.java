package dev.partnerattribution.internal.program;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.options.SourcedId;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A class as a class loader shows it, and whether it is annotated. That is known by name: an agent, or another copy of the
 * runtime jar, sees another annotation class than the program. The class is not initialized, and is only loaded where its
 * file mentions the annotation.
 */
final class AnnotatedProgram {
    /** Not from the class itself, which has another name in a copy of ours in a woven program. */
    private static final String ANNOTATION = "dev.partnerattribution.PartnerAttribution";

    /** As a class file names it. */
    private static final byte[] MENTION =
            ("L" + ANNOTATION.replace('.', '/') + ";").getBytes(StandardCharsets.US_ASCII);

    private static final int MOST = 64 << 20;

    private final String name;
    private final @Nullable Annotation annotation;

    private AnnotatedProgram(String name, @Nullable Annotation annotation) {
        this.name = name;
        this.annotation = annotation;
    }

    /** The class of this name if it is there and annotated; otherwise null. */
    static @Nullable AnnotatedProgram of(String name, ClassLoader loader) {
        Boolean mentioned = mentions(name, loader);
        if (Boolean.FALSE.equals(mentioned)) {
            return null;
        }
        try {
            Annotation annotation = annotation(Class.forName(name, false, loader));
            return annotation == null ? null : new AnnotatedProgram(name, annotation);
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            // getAnnotations throws, too, where an annotation's value names a class that is missing
            return mentioned == null ? null : new AnnotatedProgram(name, null);
        }
    }

    /** Whether the class of this name is there and is not annotated. */
    static boolean isPlain(String name, ClassLoader loader) {
        Boolean mentioned = mentions(name, loader);
        return mentioned != null && (!mentioned || of(name, loader) == null);
    }

    private static @Nullable Annotation annotation(Class<?> type) {
        for (Annotation each : type.getAnnotations()) {
            if (each.annotationType().getName().equals(ANNOTATION)) {
                return each;
            }
        }
        return null;
    }

    /** Null where there is no class file. */
    private static @Nullable Boolean mentions(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : contains(in, MENTION);
        } catch (IOException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** No byte of it comes twice but the slashes and letters inside, after the only L: that restarts the search. */
    private static boolean contains(InputStream in, byte[] wanted) throws IOException {
        byte[] buffer = new byte[8192];
        int found = 0;
        long read = 0;
        for (int n = in.read(buffer); n > 0 && read < MOST; n = in.read(buffer)) {
            read += n;
            for (int i = 0; i < n; i++) {
                found = buffer[i] == wanted[found] ? found + 1 : buffer[i] == wanted[0] ? 1 : 0;
                if (found == wanted.length) {
                    return true;
                }
            }
        }
        return false;
    }

    String name() {
        return name;
    }

    /** The binary name of what the processor generates for it. */
    String generatedName() {
        int simple = name.lastIndexOf('.') + 1;
        return name.substring(0, simple) + name.substring(simple).replace('$', '_') + "Attribution";
    }

    /**
     * What the annotation itself says.
     *
     * @throws IllegalArgumentException if that is no ID
     */
    SourcedId id() {
        String guid = value("guid");
        String whole = value("trackingId");
        String source = "@PartnerAttribution of " + name;
        if (guid.isEmpty() == whole.isEmpty()) {
            throw new IllegalArgumentException(source
                    + (guid.isEmpty()
                            ? " gives no ID, and was compiled without its processor, which would take it from the build: add"
                                    + " partner-attribution-processor to the annotation processor path (from JDK 23 on, a"
                                    + " processor on the class path alone does not run; maven-compiler-plugin takes"
                                    + " annotationProcessorPaths from its version 3.5 on only, and Maven 3.8 brings 3.1)"
                            : ": guid and trackingId are both given: keep the one that Partner Center shows"));
        }
        try {
            return new SourcedId(guid.isEmpty() ? TrackingId.parse(whole) : TrackingId.ofGuid(guid), source);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private String value(String attribute) {
        Annotation present = annotation;
        if (present == null) {
            return "";
        }
        try {
            return String.valueOf(present.annotationType().getMethod(attribute).invoke(present));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return ""; // an annotation of another version
        }
    }
}
