package dev.partnerattribution.cli.report;

import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that the words of a command line name, each once: files, folders with {@code .jsonl} files, globs. */
final class ReceiptFiles {
    private static final PathMatcher RECEIPTS = FileSystems.getDefault().getPathMatcher("glob:**.jsonl");

    private final Map<Path, Path> byRealPath = new LinkedHashMap<>();

    private ReceiptFiles() {}

    /**
     * In the order given; those of a folder or glob by path.
     *
     * @throws Failure if a word names nothing, or a folder can't be read
     */
    static List<Path> find(Collection<String> words) {
        ReceiptFiles files = new ReceiptFiles();
        words.forEach(files::add);
        return List.copyOf(files.byRealPath.values());
    }

    /** A word with a wildcard may be the name of a file all the same. */
    private void add(String word) {
        try {
            addPath(Path.of(word), word);
        } catch (InvalidPathException wildcard) {
            // On Windows no name has an asterisk.
            addGlob(word);
        } catch (IOException e) {
            throw failure(word, e);
        }
    }

    private void addPath(Path path, String word) throws IOException {
        if (Files.isDirectory(path)) {
            addAll(path, 1, RECEIPTS);
        } else if (Files.exists(path)) {
            addFile(path);
        } else {
            addGlob(word);
        }
    }

    private void addFile(Path file) throws IOException {
        byRealPath.putIfAbsent(file.toRealPath(), file);
    }

    private void addGlob(String word) {
        String forward = word.replace('\\', '/');
        int wildcard = forward.replaceFirst("[*?\\[{].*", "").length();
        int slash = forward.lastIndexOf('/', wildcard) + 1;
        Path base = Path.of(slash == 0 ? "." : forward.substring(0, slash));
        if (wildcard == forward.length() || addMatching(word, base, forward.substring(slash)) == 0) {
            throw Failure.ofFile(word + ": there is no such file or folder; check the spelling");
        }
    }

    private int addMatching(String word, Path base, String glob) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return Files.isDirectory(base)
                    ? addAll(base, Integer.MAX_VALUE, file -> matcher.matches(base.relativize(file)))
                    : 0;
        } catch (PatternSyntaxException malformed) {
            throw Failure.ofFile(word + ": it is no glob: " + malformed.getDescription());
        } catch (IOException e) {
            throw failure(word, e);
        }
    }

    private int addAll(Path folder, int depth, PathMatcher matcher) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            List<Path> matching = files.filter(matcher::matches)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            for (Path file : matching) {
                addFile(file.startsWith("./") ? file.subpath(1, file.getNameCount()) : file);
            }
            return matching.size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** As a person wants to hear it. */
    static Failure failure(String name, IOException fault) {
        return Failure.ofFile(
                fault instanceof AccessDeniedException
                        ? name + ": access is denied; get the right to it, or name other files"
                        : name + ": it can't be read: " + fault.getMessage());
    }
}
