package dev.partnerattribution.cli.doctor.application;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.partnerattribution.cli.doctor.application.Application.Kind;
import dev.partnerattribution.cli.doctor.scanning.ArchiveScan;
import dev.partnerattribution.cli.doctor.scanning.Root;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.internal.options.SharedProperties;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A running JVM, asked by the JDK's attach API for its system properties. Nothing is loaded into it. */
final class LiveJvm {
    private final Path process;
    private final Map<String, String> properties;

    private LiveJvm(String processId, Map<String, String> properties) {
        this.process = Path.of("/proc", processId);
        this.properties = properties;
    }

    /** @throws Failure if there is no such JVM, or it does not answer */
    static Application of(String processId) {
        LiveJvm jvm = new LiveJvm(processId, properties(processId));
        Start start = new Start(
                jvm.properties.get(SharedProperties.AGENT_OPTIONS),
                jvm.properties,
                jvm.environment(),
                jvm.mainClass(),
                jvm.said());
        return new Application(processId, Kind.LIVE, jvm.roots(), start);
    }

    private static Map<String, String> properties(String processId) {
        try {
            VirtualMachine jvm = VirtualMachine.attach(processId);
            try {
                return texts(jvm.getSystemProperties());
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw Failure.ofFile("process " + processId + " does not answer as a JVM (" + e.getMessage()
                    + "); name a running one of the same user: jps -l lists them");
        } catch (NoClassDefFoundError e) {
            throw Failure.ofFile(
                    "this Java can't look into others, for want of its module jdk.attach: run this with a JDK");
        }
    }

    private static Map<String, String> texts(Properties properties) {
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name, "")));
        return texts;
    }

    private List<String> said() {
        return properties.getOrDefault(SharedProperties.SAID, "").lines().toList();
    }

    /** Null where a jar was started: its manifest has the name. */
    private @Nullable String mainClass() {
        String ofModule = properties.get("jdk.module.main.class");
        String command = properties.getOrDefault("sun.java.command", "");
        String jar = properties.getOrDefault("java.class.path", "");
        if (ofModule != null || (!jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " ")))) {
            return ofModule;
        }
        return command.isEmpty() ? null : command.split(" ", 2)[0];
    }

    /** Its class path and module path, and the archives that it has open besides: those of a server's applications. */
    private List<Root> roots() {
        Path directory = Path.of(properties.getOrDefault("user.dir", ""));
        List<Root> roots = new ArrayList<>();
        for (String path : List.of("java.class.path", "jdk.module.path")) {
            for (Root root : Application.classPath(properties.getOrDefault(path, ""))) {
                roots.add(new Root(directory.resolve(root.path()), root.name(), root.own(), true));
            }
        }
        roots.removeIf(root -> !Files.exists(root.path())); // as the JVM does
        roots.addAll(open());
        return roots;
    }

    private List<Root> open() {
        List<Root> open = new ArrayList<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path link : links) {
                Path file = target(link);
                if (file != null
                        && ArchiveScan.isArchive(file.toString())
                        && Files.isRegularFile(file)
                        && !isOfJdk(file)) {
                    open.add(new Root(file, file.toString(), false));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return open; // not Linux, or of another user
        }
        open.sort(null);
        return open;
    }

    /** Null where the program has closed it meanwhile. */
    private static @Nullable Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isOfJdk(Path file) {
        return file.startsWith(Path.of(properties.getOrDefault("java.home", "/")));
    }

    /** That with which it was started; null where that can't be read. */
    private @Nullable Map<String, String> environment() {
        try {
            Map<String, String> environment = new HashMap<>();
            String text = new String(Files.readAllBytes(process.resolve("environ")), Charset.defaultCharset());
            for (String variable : text.split("\0", -1)) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            return environment;
        } catch (IOException e) {
            return null;
        }
    }
}
