package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.files.Folder;
import dev.partnerattribution.templates.internal.files.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds input files by what a user writes. Each of these is one:
 *
 * <table>
 * <caption>Patterns</caption>
 * <tr><td>{@code -}</td><td>standard input</td></tr>
 * <tr><td>the path of a file</td><td>that file, whatever its name; a link to it counts as the file</td></tr>
 * <tr><td>the path of a folder, or a link to one</td><td>the files below it whose names are as they should be; hidden folders
 * and {@code node_modules} are left out, links to folders in it are not followed</td></tr>
 * <tr><td>a glob</td><td>the same files, as far as they match: {@code *} is any characters but {@code /}, {@code ?} is one,
 * {@code **} is any folders, none too, <code>{a,b}</code> is one of them, {@code [a-c]} one character of those</td></tr>
 * </table>
 *
 * <p>A file counts once, by its real path, however often it is named; names that differ in case only are two where the file
 * system has two.
 */
public final class InputFiles {
    private final Map<String, InputFile> found = new LinkedHashMap<>();
    private final Predicate<String> isInput;

    /**
     * A file that was found.
     *
     * @param path as the user wrote it, or below what he wrote
     * @param place its real path, the same for each way to write it
     * @param named whether it was given by itself or by a glob, not found in a folder
     * @param fault why it, or the folder that it is, can't be read; empty if nothing is known of that
     */
    public record InputFile(Path path, String place, boolean named, String fault) {
        /** Whether this stands for standard input. */
        public boolean isStandardInput() {
            return place.equals("-");
        }
    }

    private InputFiles(Predicate<String> isInput) {
        this.isInput = isInput;
    }

    /**
     * Returns what these name, each file once, in the order given; in folders by path.
     *
     * @param isInput whether a file in a folder is meant, by its name in lower case
     * @throws NoSuchFileException if a pattern names nothing
     */
    public static List<InputFile> find(Collection<String> patterns, Predicate<String> isInput)
            throws NoSuchFileException {
        InputFiles files = new InputFiles(isInput);
        for (String pattern : patterns) {
            files.add(pattern);
        }
        return new ArrayList<>(files.found.values());
    }

    private void add(String pattern) throws NoSuchFileException {
        if (pattern.equals("-")) {
            put(new InputFile(Path.of("-"), "-", true, ""));
        } else if (Glob.isOne(pattern)) {
            addGlob(pattern);
        } else {
            addPath(pattern);
        }
    }

    private void addGlob(String pattern) throws NoSuchFileException {
        List<Folder.Found> matches = Glob.files(pattern, isInput);
        if (matches.isEmpty()) {
            throw new NoSuchFileException(pattern, null, "no file matches");
        }
        matches.forEach(match -> addFile(match, true));
    }

    private void addPath(String pattern) throws NoSuchFileException {
        Path path = Path.of(pattern);
        if (Files.isDirectory(path)) {
            Folder.files(path, isInput).forEach(file -> addFile(file, false));
        } else if (Files.exists(path)) {
            addFile(new Folder.Found(path, ""), true);
        } else {
            throw new NoSuchFileException(pattern, null, "there is no such file or folder");
        }
    }

    private void addFile(Folder.Found file, boolean named) {
        put(new InputFile(file.path(), place(file.path()), named, file.fault()));
    }

    private void put(InputFile file) {
        InputFile before = found.putIfAbsent(file.place(), file);
        if (before != null && file.named() && !before.named()) {
            found.put(file.place(), file);
        }
    }

    private static String place(Path path) {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException gone) {
            real = path.toAbsolutePath().normalize();
        }
        return real.toString().replace('\\', '/');
    }
}
