package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The index of a Spring Boot archive that says which entry goes into which layer of an image. One that it lacks is a fault. */
final class LayersIndex {
    private static final Pattern PATH = Pattern.compile("\\s+- \"(.*)\"\\s*");

    private LayersIndex() {}

    /** The same, with a folder in its last layer, which is the application's, unless a layer has it already. */
    static byte[] with(String folder, byte[] index) {
        String text = new String(index, UTF_8);
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            Matcher path = PATH.matcher(line);
            if (path.matches() && path.group(1).endsWith("/") && folder.startsWith(path.group(1))) {
                return index;
            }
        }
        String added = "  - \"" + folder + "\"\n";
        return (text.endsWith("\n") || text.isEmpty() ? text + added : text + "\n" + added).getBytes(UTF_8);
    }
}
