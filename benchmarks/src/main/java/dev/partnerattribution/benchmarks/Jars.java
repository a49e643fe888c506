package dev.partnerattribution.benchmarks;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.processor.PartnerAttributionProcessor;
import dev.partnerattribution.testkit.JavaProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars that a benchmark is about: those of the build, and small ones of its own. */
public final class Jars {
    private Jars() {}

    /** The agent, as it is shipped. */
    public static Path agent() {
        return given("agent.jar").orElseThrow(() -> new IllegalStateException("-Dagent.jar=... is missing"));
    }

    /** The command line, as it is shipped. */
    public static Path commandLine() {
        return given("cli.jar").orElseThrow(() -> new IllegalStateException("-Dcli.jar=... is missing"));
    }

    /** An earlier version's command line, to compare with, where one is given. */
    public static Optional<Path> before() {
        return given("before.jar");
    }

    /** An earlier version's agent, to compare with, where one is given. */
    public static Optional<Path> agentBefore() {
        return given("before.agent");
    }

    /** OpenTelemetry's agent, which only the profile "benchmarks" fetches. */
    public static Optional<Path> openTelemetry() {
        return given("opentelemetry.jar");
    }

    /** DuckDB's driver, the engine inside, which only the profile "benchmarks" fetches. */
    public static Optional<Path> duckDb() {
        return given("duckdb.jar");
    }

    /** A file that lists jars to be woven, where one is given. */
    public static Optional<Path> listToWeave() {
        return given("weave.jars");
    }

    private static Optional<Path> given(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    /** The jar, or directory of classes, that this class is from. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path of this JVM without what is ours: that would attribute a program by itself. */
    public static List<Path> libraries() {
        List<Path> ours = List.of(
                of(Jars.class),
                of(ResolvedAttribution.class),
                of(PartnerAttributionProcessor.class),
                of(JavaProgram.class),
                agent());
        return JavaProgram.currentClassPath().stream()
                .filter(entry -> !ours.contains(entry))
                .toList();
    }

    /** The same with the benchmarks themselves, for programs among them. */
    public static List<Path> librariesAndBenchmarks() {
        return Stream.concat(Stream.of(of(Jars.class)), libraries().stream()).toList();
    }

    /** Writes a jar of one class. */
    public static Path write(Path jar, Class<?> only, Map<String, String> manifest) {
        Manifest entries = new Manifest();
        entries.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach(entries.getMainAttributes()::putValue);
        String name = only.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, entries);
                InputStream in = only.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
