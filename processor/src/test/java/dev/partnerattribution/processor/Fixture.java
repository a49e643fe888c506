package dev.partnerattribution.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A source file that holds what is to be said of it: below the line meant, {@code // ^ error: text} with the caret under
 * the column meant, or {@code // <- error: text} where that is the line's start. {@code error of the compiler} leaves the
 * text to the compiler; a backslash is written twice.
 */
record Fixture(Path file, List<String> lines) {
    static final Path FOLDER = Path.of("src/test/resources/fixtures");

    private static final Pattern EXPECTATION =
            Pattern.compile(" *(//) *(\\^|<-) (error|warning)(?:: (?<text>.*)| of the compiler)");

    static Fixture read(Path file) {
        try {
            return new Fixture(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fixture> good() {
        return all("good");
    }

    static List<Fixture> bad() {
        return all("bad");
    }

    /** Those that the compiler has nothing of its own to say of; where it has, javac may not even start processors. */
    static List<Fixture> badToProcessorOnly() {
        return bad().stream()
                .filter(fixture -> fixture.expected().stream().allMatch(Note::isOfProcessor))
                .toList();
    }

    private static List<Fixture> all(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().map(Fixture::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return file.getFileName().toString();
    }

    String text() {
        return String.join("\n", lines);
    }

    JavaFileObject source() {
        return JavaFileObjects.forSourceLines(fileName().replace(".java", ""), lines);
    }

    /** What is to be said, in the order of the lines. */
    List<Note> expected() {
        List<Note> expected = new ArrayList<>();
        int line = 0; // the last one that is not itself an expectation
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTATION.matcher(lines.get(i));
            if (!matcher.matches()) {
                line = i + 1;
                continue;
            }
            int column = 1 + (matcher.group(2).equals("^") ? matcher.start(2) : matcher.start(1));
            String text = matcher.group("text");
            expected.add(new Note(
                    matcher.group(3), line, column, text == null ? Note.COMPILERS_OWN : text.replace("\\\\", "\\")));
        }
        return expected;
    }

    @Override
    public String toString() {
        return fileName();
    }
}
