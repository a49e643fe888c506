package dev.partnerattribution.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New projects that pack their libraries and are woven, by the oldest Maven that the plugin runs in. */
class WeaveIT {
    private static final String GUID = "<guid>7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73</guid>";
    private static final String OKHTTP =
            """
            <dependency>
                <groupId>com.squareup.okhttp3</groupId>
                <artifactId>okhttp</artifactId>
                <version>3.14.9</version>
            </dependency>
            """;
    private static final String JAR =
            "<plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>";
    private static final String SHADE =
            """
            <plugin>
                <artifactId>maven-shade-plugin</artifactId>
                <version>3.6.2</version>
                <executions><execution><goals><goal>shade</goal></goals></execution></executions>
            </plugin>
            """;
    private static final String SOURCE = "src/main/java/com/example/Tool.java";

    private static FreshProjects projects;
    private static MavenRun run;

    @BeforeAll
    static void build_all_once(@TempDir Path parent) throws Exception {
        projects = new FreshProjects(parent.resolve("projects"));
        project("shaded", GUID);
        project("under-another-name", GUID + "<classifier>woven</classifier>");
        project("without-id", "");
        project("id-at-run-time", "<idAtRunTime>true</idAtRunTime>");
        projects.project("nothing")
                .file(SOURCE, "package com.example; class Tool { }")
                .pluginBlock(JAR)
                .plugin(GUID, "weave");
        run = projects.build(Maven.all().findFirst().orElseThrow(), "package");
    }

    private static void project(String name, String configuration) {
        projects.project(name)
                .file(SOURCE, "package com.example; class Tool { }")
                .dependencyBlock(OKHTTP)
                .pluginBlock(JAR)
                .pluginBlock(SHADE)
                .plugin(configuration, "weave");
    }

    private static List<String> names(String project, String jar) throws IOException {
        try (ZipFile zip = new ZipFile(
                projects.project(project).path("target").resolve(jar).toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void beside_the_shaded_jar_stands_the_woven_one() throws IOException {
        assertThat(run.succeeded(projects.project("shaded"))).as(run.log()).isTrue();
        assertThat(names("shaded", "shaded-1.jar"))
                .contains("okhttp3/OkHttpClient.class")
                .noneMatch(name -> name.startsWith("dev/partnerattribution/"));
        assertThat(names("shaded", "shaded-1-attributed.jar"))
                .containsAll(names("shaded", "shaded-1.jar"))
                .anyMatch(name -> name.startsWith("dev/partnerattribution/woven/"));
        assertThat(names("under-another-name", "under-another-name-1-woven.jar"))
                .hasSameSizeAs(names("shaded", "shaded-1-attributed.jar"));
    }

    @Test
    void an_id_is_never_missing_by_oversight() {
        assertThat(run.failure(projects.project("without-id")))
                .startsWith("no tracking ID is given: configure <guid>")
                .contains("<idAtRunTime>");
        assertThat(run.succeeded(projects.project("id-at-run-time")))
                .as(run.log())
                .isTrue();
    }

    @Test
    void a_build_in_which_nothing_can_be_woven_fails() {
        assertThat(run.failure(projects.project("nothing")))
                .contains("nothing-1.jar: nothing to weave", "named behind the one that packs the dependencies?");
    }
}
