package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers paste into their POM, as the pages have it. */
final class Documented {
    private static final String README = "README.md";

    private Documented() {}

    /** The plugin, of its own page. */
    static String plugin() throws IOException {
        return firstBlock("docs/maven-plugin.md", "xml");
    }

    /** The runtime jar and the processor, of the README: a dependency and a plugin. */
    static String[] dependencyAndProcessor() throws IOException {
        return firstBlock(README, "xml").split("\n…\n", -1);
    }

    /** The annotated class of the README, with this in its main method. */
    static String annotatedClass(String main) throws IOException {
        return firstBlock(README, "java").replace("{ … }", "{ " + main + " }");
    }

    private static String firstBlock(String page, String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(Path.of("..").resolve(page)));
        if (!block.find()) {
            throw new AssertionError(page + " has no " + language + " to paste");
        }
        return block.group(1);
    }
}
