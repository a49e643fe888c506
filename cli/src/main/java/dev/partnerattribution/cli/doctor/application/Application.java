package dev.partnerattribution.cli.doctor.application;

import dev.partnerattribution.cli.doctor.scanning.Root;
import dev.partnerattribution.cli.terminal.Failure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at, and how it is, or would be, started.
 *
 * @param name as it was given
 * @param start with what it is started, as far as that is known
 */
public record Application(String name, Kind kind, List<Root> roots, Start start) {
    public enum Kind {
        ARCHIVE("an archive"),
        FOLDER("a folder"),
        CLASS_PATH("a class path"),
        LIVE("a running JVM");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    public Application {
        roots = List.copyOf(roots);
    }

    /**
     * Finds out what is meant.
     *
     * @param argument a file, a folder, a class path, or the process ID of a JVM
     * @param agentOptions with which the agent will be there; null if it will not
     * @throws Failure if there is nothing of that name, or the JVM does not answer
     */
    public static Application of(String argument, @Nullable String agentOptions) {
        Path path = path(argument);
        if (path != null && Files.isDirectory(path)) {
            return new Application(
                    argument, Kind.FOLDER, List.of(Root.of(argument, true)), Start.unknown(agentOptions));
        }
        if (path != null && Files.exists(path)) {
            return new Application(
                    argument, Kind.ARCHIVE, List.of(Root.of(argument, true)), Start.unknown(agentOptions));
        }
        if (argument.matches("\\d{1,9}")) {
            return LiveJvm.of(argument);
        }
        if (argument.contains(File.pathSeparator) || argument.endsWith("*")) {
            List<Root> roots = classPath(argument);
            if (roots.isEmpty()) {
                throw Failure.ofFile(argument + ": there is no jar in it; check the spelling");
            }
            return new Application(argument, Kind.CLASS_PATH, roots, Start.unknown(agentOptions));
        }
        throw Failure.ofFile(argument + ": there is no such file, folder or process; check the spelling");
    }

    private static @Nullable Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** As a JVM reads it: {@code lib/*} stands for the jars in that folder. Its first entry and folders are the program's own. */
    static List<Root> classPath(String text) {
        List<Root> roots = new ArrayList<>();
        for (String entry : text.split(File.pathSeparator, -1)) {
            if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith(File.separator + "*")) {
                roots.addAll(jarsIn(entry.substring(0, entry.length() - 1)));
            } else if (!entry.isEmpty()) {
                Path path = Path.of(entry);
                roots.add(new Root(path, entry, roots.isEmpty() || Files.isDirectory(path), true));
            }
        }
        return roots;
    }

    private static List<Root> jarsIn(String folder) {
        String[] names = new File(folder.isEmpty() ? "." : folder).list();
        List<Root> jars = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".jar")) {
                jars.add(Root.of(folder + name, false));
            }
        }
        jars.sort(null);
        return jars;
    }
}
