package dev.partnerattribution.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The JDKs found on this machine: the running one, its siblings, and those that {@code JAVA_HOME…} variables name. Where the
 * system property {@code testkit.jdks} is {@code running}, the running one alone, as on a machine that has no other.
 */
public final class Jdks {
    private static final String WHICH = "testkit.jdks";

    private Jdks() {}

    /** The JDK, or bare Java runtime, that runs this. */
    public static Jdk running() {
        return real(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** All, each once, the running one among them; the oldest version first. */
    public static List<Jdk> installed() {
        return "running".equals(System.getProperty(WHICH)) ? List.of(running()) : installed(running(), System.getenv());
    }

    static List<Jdk> installed(Jdk running, Map<String, String> environment) {
        Stream<Jdk> others = candidates(running.home(), environment).flatMap(home -> read(home).stream());
        return Stream.concat(Stream.of(running), others)
                .distinct()
                .sorted(Comparator.comparingInt(Jdk::version).thenComparing(Jdk::home))
                .toList();
    }

    /** One of this feature version; the running one if it fits. */
    public static Optional<Jdk> ofVersion(int feature) {
        return Stream.concat(Stream.of(running()), installed().stream())
                .filter(jdk -> jdk.version() == feature)
                .findFirst();
    }

    private static Stream<Path> candidates(Path running, Map<String, String> environment) {
        Stream<Path> named = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .flatMap(variable -> path(variable.getValue()).stream());
        return Stream.concat(siblings(running).stream(), named);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException anything) {
            return Optional.empty();
        }
    }

    /** The JDK in this directory; none when there is no launcher or no release file that names a version. */
    private static Optional<Jdk> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(new Jdk(home, 0).program("java"))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
            return feature(properties.getProperty("JAVA_VERSION", "")).map(version -> real(home, version));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Jdk real(Path home, int version) {
        try {
            return new Jdk(home.toRealPath(), version);
        } catch (IOException gone) {
            return new Jdk(home, version);
        }
    }

    private static Optional<Integer> feature(String quoted) {
        String version = quoted.replace("\"", "").replaceFirst("^1\\.", "");
        String feature = version.replaceFirst("\\D.*", "");
        return feature.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(feature));
    }

    private static List<Path> siblings(Path home) {
        Path parent = home.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
