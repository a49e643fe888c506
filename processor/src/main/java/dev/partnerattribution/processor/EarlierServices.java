package dev.partnerattribution.processor;

import dev.partnerattribution.PartnerAttribution;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an earlier compilation into the same folder registered. Read as a file, since build tools forbid an incremental
 * processor to ask its {@code Filer} for one; where there are none, in a compiler's memory say, there is nothing to keep.
 */
final class EarlierServices {
    private static final String SUFFIX = "Attribution";

    /** How a class file names the annotation of its class. */
    private static final String MENTION =
            "L" + PartnerAttribution.class.getName().replace('.', '/') + ";";

    private EarlierServices() {}

    /**
     * The entries whose class is there, and was generated for a class that is there, is annotated, and is not compiled now.
     *
     * @param serviceFile where the new one goes; the earlier one is still there
     */
    static List<String> stillTrue(URI serviceFile, Predicate<String> compiled) {
        try {
            Path file = Path.of(serviceFile);
            Path output = file.resolve("../../..").normalize();
            try (Stream<String> entries = Files.lines(file, StandardCharsets.UTF_8)) {
                return entries.map(String::trim)
                        .filter(entry -> isTrue(output, entry, compiled))
                        .toList();
            }
        } catch (IOException | RuntimeException e) {
            return List.of(); // there is none, or it is no text
        }
    }

    private static boolean isTrue(Path output, String generated, Predicate<String> compiled) {
        Path classFile = output.resolve(generated.replace('.', '/') + ".class");
        if (!generated.endsWith(SUFFIX) || !Files.isRegularFile(classFile)) {
            return false;
        }
        String annotated = generated.substring(0, generated.length() - SUFFIX.length());
        int simpleName = annotated.lastIndexOf('.') + 1;
        String inPackage = annotated.substring(0, simpleName);
        try (Stream<Path> files = Files.list(classFile.getParent())) {
            return files.map(EarlierServices::className)
                    .filter(name -> name.replace('$', '_').equals(annotated.substring(simpleName)))
                    .anyMatch(name ->
                            !compiled.test(inPackage + name) && isAnnotated(classFile.resolveSibling(name + ".class")));
        } catch (IOException e) {
            return false;
        }
    }

    private static String className(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) : "";
    }

    private static boolean isAnnotated(Path classFile) {
        try {
            return Files.readString(classFile, StandardCharsets.ISO_8859_1).contains(MENTION);
        } catch (IOException e) {
            return false;
        }
    }
}
