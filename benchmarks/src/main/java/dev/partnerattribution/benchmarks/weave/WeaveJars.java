package dev.partnerattribution.benchmarks.weave;

import dev.partnerattribution.benchmarks.MarkdownTable;
import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.weave.ProgramWeaver;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.archive.Output;
import dev.partnerattribution.weave.archive.Program;
import dev.partnerattribution.weave.archive.WeaveException;
import dev.partnerattribution.weave.archive.WovenProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Weaves each of many jars by itself. One in which nothing applies must come out as the same bytes. Of one that changed, the
 * JVM must take each class that it takes of the original. What a class needs of a library is looked for in all of them.
 */
public final class WeaveJars {
    private final Path output;
    private final ClassLoader all;
    private final List<String> faults = new ArrayList<>();
    private int same;
    private int woven;
    private int refused;
    private int classes;
    private int verified;
    private long bytes;
    private long nanoseconds;

    private WeaveJars(Path output, ClassLoader all) {
        this.output = output;
        this.all = all;
    }

    /** Those of a file that names one a line, by its path or as {@code group:artifact:version} in the local repository. */
    public static List<Path> listedIn(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(WeaveJars::jar)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(String line) {
        String[] parts = line.split(":", -1);
        return parts.length == 3
                ? Path.of(System.getProperty("user.home"), ".m2", "repository", parts[0].replace('.', '/'))
                        .resolve(Path.of(parts[1], parts[2], parts[1] + "-" + parts[2] + ".jar"))
                : Path.of(line);
    }

    /** Weaves them, and returns a table, with a line for each fault below it. */
    public static String report(List<Path> jars) {
        URL[] urls = jars.stream().map(WeaveJars::url).toArray(URL[]::new);
        try (Scratch scratch = new Scratch();
                URLClassLoader all = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            WeaveJars run = new WeaveJars(scratch.resolve("woven.jar"), all);
            jars.forEach(run::weave);
            return run.table(jars.size()) + String.join("\n", run.faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table(int jars) {
        MarkdownTable table = new MarkdownTable(
                "jars",
                "MB",
                "the same bytes",
                "woven",
                "refused",
                "classes woven",
                "verified",
                "faults",
                "seconds per 100 MB");
        table.row(
                Integer.toString(jars),
                Long.toString(bytes / 1_000_000),
                Integer.toString(same),
                Integer.toString(woven),
                Integer.toString(refused),
                Integer.toString(classes),
                Integer.toString(verified),
                Integer.toString(faults.size()),
                String.format(Locale.ENGLISH, "%.1f", nanoseconds / 1e9 / (bytes / 1e8)));
        return table.toString();
    }

    private void weave(Path jar) {
        try {
            bytes += Files.size(jar);
            long start = System.nanoTime();
            boolean isChanged = isChanged(jar);
            nanoseconds += System.nanoTime() - start;
            if (isChanged) {
                woven++;
                verify(jar);
            } else if (Files.mismatch(jar, output) < 0) {
                same++;
            } else {
                faults.add(jar + ": nothing was woven, and yet it differs");
            }
        } catch (WeaveException e) {
            refused++;
            System.err.println(e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            faults.add(jar + ": " + e);
        }
    }

    private void verify(Path jar) throws IOException {
        LoadedClasses before = LoadedClasses.of(jar, all);
        LoadedClasses after = LoadedClasses.of(output, all);
        before.lostIn(after).forEach(lost -> faults.add(jar + ": " + lost));
        Set<String> changed = before.changedIn(after);
        classes += changed.size();
        changed.removeAll(after.refused());
        verified += changed.size();
    }

    private boolean isChanged(Path jar) throws WeaveException {
        Output target = Output.of(output, List.of(jar), true);
        try (Program program = Program.open(List.of(jar))) {
            WovenProgram result = program.weave(new ProgramWeaver(), new WeaveOptions(null), true);
            result.writeTo(target);
            return result.isChanged();
        }
    }
}
