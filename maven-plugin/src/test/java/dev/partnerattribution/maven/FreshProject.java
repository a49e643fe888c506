package dev.partnerattribution.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new project: its POM, and what lies in it. Its build never fails for another reason than the plugin. */
final class FreshProject {
    private static final String VERSION = System.getProperty("project.version");

    private final Path folder;
    private String properties = "";
    private String dependencies = "";
    private String plugins = "";

    FreshProject(Path folder) {
        this.folder = folder;
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The plugin with this in it, and these goals where a goal is bound unless said otherwise. */
    FreshProject plugin(String configuration, String... goals) {
        return pluginBlock(
                """
                <plugin>
                    <groupId>dev.partnerattribution</groupId>
                    <artifactId>partner-attribution-maven-plugin</artifactId>
                    <version>%s</version>
                    <configuration>%s</configuration>
                    <executions><execution><goals><goal>%s</goal></goals></execution></executions>
                </plugin>
                """
                        .formatted(VERSION, configuration, String.join("</goal><goal>", goals)));
    }

    /** What stands between {@code <plugins>} and its end, beside what is there. */
    FreshProject pluginBlock(String xml) {
        plugins += xml;
        return this;
    }

    FreshProject compiler(String inside) {
        return pluginBlock("<plugin><artifactId>maven-compiler-plugin</artifactId>" + inside + "</plugin>");
    }

    FreshProject dependencyBlock(String xml) {
        dependencies += xml;
        return this;
    }

    FreshProject property(String name, String value) {
        properties += "<" + name + ">" + value + "</" + name + ">";
        return this;
    }

    FreshProject template(String text) {
        return file("src/main/resources/azuredeploy.json", text);
    }

    FreshProject file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The main template as the build has left it. */
    String built() {
        return text("target/classes/azuredeploy.json");
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writePom() {
        file(
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                    <modelVersion>4.0.0</modelVersion>
                    <parent>
                        <groupId>com.example</groupId>
                        <artifactId>fresh</artifactId>
                        <version>1</version>
                    </parent>
                    <artifactId>%s</artifactId>
                    <properties>%s</properties>
                    <dependencies>%s</dependencies>
                    <build><plugins>%s</plugins></build>
                </project>
                """
                        .formatted(name(), properties, dependencies, plugins));
    }
}
