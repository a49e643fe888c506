package dev.partnerattribution.weave.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Class paths as {@code java} takes them. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * Takes a class path apart: its elements stand between separators, and one that ends with {@code *} means all jars of a
     * folder, by their names.
     *
     * @return at least one
     * @throws WeaveException if an element can't be a path, a folder can't be listed, or there is nothing
     */
    public static List<Path> parse(List<String> classPaths) throws WeaveException {
        Set<Path> found = new LinkedHashSet<>();
        for (String classPath : classPaths) {
            for (String element : classPath.split(File.pathSeparator, -1)) {
                if (!element.isEmpty()) {
                    found.addAll(paths(element));
                }
            }
        }
        if (found.isEmpty()) {
            throw WeaveException.file("\"" + String.join(File.pathSeparator, classPaths)
                    + "\": there is no jar in it, nor a folder of classes; check the spelling");
        }
        return new ArrayList<>(found);
    }

    private static List<Path> paths(String element) throws WeaveException {
        try {
            boolean isFolder = element.equals("*") || element.endsWith("/*") || element.endsWith(File.separator + "*");
            return isFolder ? jars(Path.of(element.substring(0, element.length() - 1))) : List.of(Path.of(element));
        } catch (InvalidPathException e) {
            throw WeaveException.file(e.getMessage() + ": check the spelling");
        }
    }

    private static List<Path> jars(Path folder) throws WeaveException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw WeaveException.file(folder + ": there is no such folder; check the spelling");
        }
    }
}
