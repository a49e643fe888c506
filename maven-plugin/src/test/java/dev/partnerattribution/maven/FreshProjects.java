package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** New projects that are built together, since a Maven takes seconds to start; none of them needs another. */
final class FreshProjects {
    private final Path folder;
    private final Map<String, FreshProject> projects = new LinkedHashMap<>();

    FreshProjects(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        LocalRepository.at(folder.resolve("repository"));
    }

    /** The project of this name; a new one if there is none yet. */
    FreshProject project(String name) {
        return projects.computeIfAbsent(name, made -> new FreshProject(folder.resolve(made)));
    }

    /** Builds them with this Maven up to what precedes packing, each whatever becomes of the others. */
    MavenRun build(Maven maven, String... more) throws IOException, InterruptedException {
        writePoms();
        String[] arguments = Stream.concat(Stream.of("-fae", "prepare-package"), Stream.of(more))
                .toArray(String[]::new);
        return new MavenRun(maven.run(folder, folder.resolve("repository"), arguments));
    }

    private void writePoms() throws IOException {
        projects.values().forEach(FreshProject::writePom);
        String modules = projects.keySet().stream()
                .map(name -> "<module>" + name + "</module>")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("pom.xml"), PARENT.formatted(modules));
    }

    private static final String PARENT =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.example</groupId>
                <artifactId>fresh</artifactId>
                <version>1</version>
                <packaging>pom</packaging>
                <modules>%s</modules>
                <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <maven.compiler.release>17</maven.compiler.release>
                </properties>
                <build>
                    <pluginManagement>
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
                        </plugins>
                    </pluginManagement>
                </build>
            </project>
            """;
}
