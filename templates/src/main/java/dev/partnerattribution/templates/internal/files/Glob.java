package dev.partnerattribution.templates;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** A pattern such as {@code infra/**}{@code /*.bicep}, as the shells write it. */
final class Glob {
    private static final String WILDCARDS = "*?[{";

    private Glob() {}

    /** Whether the pattern has a wildcard and names no file as it is. */
    static boolean isOne(String pattern) {
        return firstWildcard(pattern) < pattern.length() && !existsAsIs(pattern);
    }

    private static boolean existsAsIs(String pattern) {
        try {
            return Files.exists(Path.of(pattern));
        } catch (InvalidPathException wildcard) {
            return false;
        }
    }

    private static int firstWildcard(String pattern) {
        int i = 0;
        while (i < pattern.length() && WILDCARDS.indexOf(pattern.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** The files that match, by path. */
    static List<Path> files(String pattern) throws IOException {
        String forward = pattern.replace('\\', '/');
        int slash = forward.lastIndexOf('/', firstWildcard(forward));
        Path folder = Path.of(forward.substring(0, slash + 1));
        Path base = folder.toString().isEmpty() ? Path.of(".") : folder;
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        PathMatcher matcher = matcher(forward.substring(slash + 1));
        return Folder.files(base).stream()
                .filter(file -> matcher.matches(base.relativize(file)))
                .map(file -> folder.resolve(base.relativize(file)))
                .toList();
    }

    /** A leading {@code **}{@code /} matches no folder at all, too. */
    private static PathMatcher matcher(String glob) throws IOException {
        try {
            PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            PathMatcher flat = glob.startsWith("**/")
                    ? FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(3))
                    : whole;
            return path -> whole.matches(path) || flat.matches(path);
        } catch (PatternSyntaxException malformed) {
            throw new NoSuchFileException(glob, null, "it is no glob: " + malformed.getDescription());
        }
    }
}
