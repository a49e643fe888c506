package dev.partnerattribution.templates.internal.files;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern such as {@code infra/**}{@code /*.bicep}. It means the same in all shells and on all systems. */
public final class Glob {
    private static final String WILDCARDS = "*?[{";

    private Glob() {}

    /** Returns whether the pattern has a wildcard and names no file as it is. */
    public static boolean isOne(String pattern) {
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

    /** Returns the files that match, by path. */
    public static List<Folder.Found> files(String pattern, Predicate<String> isInput) throws NoSuchFileException {
        String forward = pattern.replace('\\', '/');
        int slash = forward.lastIndexOf('/', firstWildcard(forward));
        Path folder = Path.of(forward.substring(0, slash + 1));
        Path base = folder.toString().isEmpty() ? Path.of(".") : folder;
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        Pattern matching = pattern(forward.substring(slash + 1));
        return Folder.files(base, isInput).stream()
                .map(file -> new Folder.Found(folder.resolve(base.relativize(file.path())), file.fault()))
                .filter(file -> matching.matcher(relative(folder, file.path())).matches())
                .toList();
    }

    private static String relative(Path folder, Path file) {
        Path relative = folder.toString().isEmpty() ? file : folder.relativize(file);
        return relative.toString().replace('\\', '/');
    }

    private static Pattern pattern(String glob) throws NoSuchFileException {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (c == '*') {
                boolean all = glob.startsWith("**", i);
                regex.append(all ? ".*" : "[^/]*");
                i += all ? 1 : 0;
            } else if (c == '[') {
                int end = Math.max(glob.indexOf(']', i + 2), i);
                regex.append(glob.substring(i, end + 1).replaceFirst("^\\[!", "[^"));
                i = end;
            } else {
                braces += c == '{' ? 1 : c == '}' ? -1 : 0;
                regex.append(sign(c, braces));
            }
        }
        try {
            return Pattern.compile(regex.toString());
        } catch (PatternSyntaxException malformed) {
            throw new NoSuchFileException(glob, null, "it is no glob: " + malformed.getDescription());
        }
    }

    private static String sign(char c, int braces) {
        return switch (c) {
            case '?' -> "[^/]";
            case '{' -> "(?:";
            case '}' -> ")";
            case ',' -> braces > 0 ? "|" : ",";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
