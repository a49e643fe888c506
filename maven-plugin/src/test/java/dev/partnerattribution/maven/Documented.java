package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers paste into their POM, as the pages have it. */
final class Documented {
    private static final Pattern BLOCK = Pattern.compile("(?s)```xml\n(.*?)```");

    private Documented() {}

    /** The plugin, of its own page. */
    static String plugin() throws IOException {
        return firstBlock("docs/maven-plugin.md");
    }

    /** The runtime jar and the processor, of the README: a dependency and a plugin. */
    static String[] dependencyAndProcessor() throws IOException {
        return firstBlock("README.md").split("\n…\n", -1);
    }

    private static String firstBlock(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..").resolve(page)));
        if (!block.find()) {
            throw new AssertionError(page + " has no XML to paste");
        }
        return block.group(1);
    }
}
