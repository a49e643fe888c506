package dev.partnerattribution.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documentation as it is published: pages in Markdown, with what can be copied out of them. */
final class Pages {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```(\\w*)\n((?s:.*?))^ *```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern INLINE = Pattern.compile("`(partner-attribution [^`]+)`");
    private static final Pattern JAR = Pattern.compile("java -jar (?:\\S*/)?partner-attribution-cli[^ /]*\\.jar ");

    private Pages() {}

    /** All of them: those at the top, those of the folder docs, and each module's own. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Stream.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("benchmarks"))
                .flatMap(Pages::markdown)) {
            return files.distinct().sorted().map(Page::new).toList();
        }
    }

    static Page of(String name) {
        return new Page(ROOT.resolve(name));
    }

    private static Stream<Path> markdown(Path folder) {
        int depth = folder.equals(ROOT) ? 1 : 2;
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them. */
    record Page(Path file) {
        String text() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What stands in fences of this language. */
        List<String> blocks(String language) {
            return BLOCK.matcher(text())
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2))
                    .toList();
        }

        /** The only one of this language. */
        String block(String language) {
            List<String> blocks = blocks(language);
            if (blocks.size() != 1) {
                throw new AssertionError(this + " has " + blocks.size() + " blocks in " + language);
            }
            return blocks.get(0);
        }

        /** The command lines of our program, in fences and in sentences. */
        List<String> commands() {
            Stream<String> fenced = BLOCK.matcher(named())
                    .results()
                    .filter(block -> block.group(1).isEmpty())
                    .flatMap(block -> block.group(2).lines())
                    .map(String::strip)
                    .filter(line -> line.startsWith("partner-attribution "));
            Stream<String> inline = INLINE.matcher(named()).results().map(code -> code.group(1));
            return Stream.concat(fenced, inline)
                    .map(line -> line.split(" [|>&] ?", 2)[0].strip())
                    .distinct()
                    .toList();
        }

        /** With our program under its name also where a line starts its jar. */
        private String named() {
            return JAR.matcher(text()).replaceAll("partner-attribution ");
        }

        /** Where its links lead, those to other sites left out. */
        List<String> links() {
            return LINK.matcher(withoutCode())
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .toList();
        }

        /** The names by which its headings are linked to. */
        List<String> anchors() {
            return HEADING.matcher(withoutCode())
                    .results()
                    .map((MatchResult heading) -> heading.group(1))
                    .map(heading -> heading.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                            .replace(' ', '-'))
                    .toList();
        }

        private String withoutCode() {
            return BLOCK.matcher(text()).replaceAll("");
        }

        @Override
        public String toString() {
            return ROOT.relativize(file).toString();
        }
    }
}
