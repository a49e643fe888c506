package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository for projects of tests: links to that of this build, and beside them this build's own jars. Nothing of
 * ours is installed anywhere.
 */
final class LocalRepository {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("project.version");
    private static final List<String> MODULES =
            List.of("runtime", "templates", "processor", "agent", "weave", "maven-plugin");

    private final Path own;

    private LocalRepository(Path folder) {
        own = folder.resolve("dev/partnerattribution");
    }

    static void at(Path folder) throws IOException {
        Path local = Path.of(System.getProperty("local.repository"));
        LocalRepository repository = new LocalRepository(folder);
        Files.createDirectories(repository.own);
        link(local, folder, "dev");
        if (Files.isDirectory(local.resolve("dev"))) {
            link(local.resolve("dev"), folder.resolve("dev"), "partnerattribution");
        }
        repository.lay("partner-attribution", ROOT);
        for (String module : MODULES) {
            String artifact = "partner-attribution-" + module;
            Path to = repository.lay(artifact, ROOT.resolve(module));
            copy(module, artifact + "-" + VERSION + ".jar", to);
            if (module.equals("agent")) {
                copy(module, artifact + "-" + VERSION + "-classes.jar", to);
            }
        }
    }

    private static void copy(String module, String jar, Path to) throws IOException {
        Files.copy(ROOT.resolve(module).resolve("target").resolve(jar), to.resolve(jar));
    }

    private Path lay(String artifact, Path module) throws IOException {
        Path to = Files.createDirectories(own.resolve(artifact).resolve(VERSION));
        Files.copy(module.resolve("pom.xml"), to.resolve(artifact + "-" + VERSION + ".pom"));
        return to;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }
}
