package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A new project with the plugin in its POM, built by the Maven of this build. Its local repository is links to that of this
 * build, and beside them this build's own jars: nothing of ours is installed anywhere.
 */
final class FreshProject {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("project.version");

    private final Path folder;

    FreshProject(Path folder, String configuration) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("pom.xml"), POM.formatted(VERSION, configuration));
        Files.createDirectories(folder.resolve("src/main/resources"));
        layOut();
    }

    void template(String text) throws IOException {
        Files.writeString(folder.resolve("src/main/resources/azuredeploy.json"), text);
    }

    Path source() {
        return folder.resolve("src/main/resources/azuredeploy.json");
    }

    Path built() {
        return folder.resolve("target/classes/azuredeploy.json");
    }

    /** What Maven printed, and its exit code in the last line. */
    String build() throws IOException, InterruptedException {
        Path log = folder.resolve("build.log");
        Process maven = new ProcessBuilder(
                        "sh",
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + folder.resolve("repository"),
                        "prepare-package")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!maven.waitFor(60, TimeUnit.SECONDS)) {
            maven.destroyForcibly();
        }
        return Files.readString(log) + "\nexit " + maven.waitFor();
    }

    private void layOut() throws IOException {
        Path local = Path.of(System.getProperty("local.repository"));
        Path own = folder.resolve("repository/dev/partnerattribution");
        Files.createDirectories(own);
        link(local, folder.resolve("repository"), "dev");
        if (Files.isDirectory(local.resolve("dev"))) {
            link(local.resolve("dev"), folder.resolve("repository/dev"), "partnerattribution");
        }
        lay(own, "partner-attribution", ROOT);
        for (String module : List.of("runtime", "templates", "maven-plugin")) {
            String artifact = "partner-attribution-" + module;
            Path to = lay(own, artifact, ROOT.resolve(module));
            String jar = artifact + "-" + VERSION + ".jar";
            Files.copy(ROOT.resolve(module).resolve("target").resolve(jar), to.resolve(jar));
        }
    }

    private static Path lay(Path own, String artifact, Path module) throws IOException {
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

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.example</groupId>
                <artifactId>fresh</artifactId>
                <version>1</version>
                <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                </properties>
                <build>
                    <plugins>
                        <plugin>
                            <artifactId>maven-resources-plugin</artifactId>
                            <version>3.5.0</version>
                        </plugin>
                        <plugin>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <version>3.16.0</version>
                        </plugin>
                        <plugin>
                            <artifactId>maven-surefire-plugin</artifactId>
                            <version>3.6.1</version>
                        </plugin>
                        <plugin>
                            <groupId>dev.partnerattribution</groupId>
                            <artifactId>partner-attribution-maven-plugin</artifactId>
                            <version>%s</version>
                            %s
                        </plugin>
                    </plugins>
                </build>
            </project>
            """;
}
