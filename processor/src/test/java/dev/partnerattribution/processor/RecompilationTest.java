package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An IDE, or javac by hand, compiles some sources again into the folder of all: the service file tells the truth of all. */
class RecompilationTest {
    private static final String SERVICES = "META-INF/services/dev.partnerattribution.AttributionConfiguration";

    @TempDir
    Path directory;

    private Project all;

    @BeforeEach
    void compileAll() {
        all = new Project(directory)
                .source("com/example/Deploy.java", annotated("Deploy", "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73"))
                .source("com/example/Teardown.java", annotated("Teardown", "5a1f0c3e-92d4-4b6a-8e37-1c9d7f20b8a4"))
                .source(
                        "com/example/Tools.java",
                        "package com.example; class Tools { @dev.partnerattribution.PartnerAttribution(guid ="
                                + " \"9b2d4f61-7c3e-4a58-b0d9-6e1f2a3c4b5d\") static class Sweep {} }");
        assertThat(all.compile()).noneMatch(note -> note.kind().equals("error"));
        assertThat(entries())
                .containsExactly(
                        "com.example.DeployAttribution",
                        "com.example.TeardownAttribution",
                        "com.example.Tools_SweepAttribution");
    }

    private static String annotated(String name, String guid) {
        return "package com.example; @dev.partnerattribution.PartnerAttribution(guid = \"" + guid + "\") class " + name
                + " {}";
    }

    private List<String> entries() {
        return all.read(SERVICES).lines().toList();
    }

    /** Into the same folder, with nothing but this. */
    private void compileAgain(String name, String text) throws IOException {
        for (Path source : all.sources()) {
            Files.delete(source);
        }
        all.source("com/example/" + name + ".java", text);
        assertThat(all.compile()).noneMatch(note -> note.kind().equals("error"));
    }

    @Test
    void one_that_is_compiled_again_leaves_the_entries_of_the_others() throws IOException {
        compileAgain("Deploy", annotated("Deploy", "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73"));

        assertThat(entries())
                .containsExactly(
                        "com.example.DeployAttribution",
                        "com.example.TeardownAttribution",
                        "com.example.Tools_SweepAttribution");
    }

    @Test
    void one_that_lost_its_annotation_loses_its_entry() throws IOException {
        compileAgain("Deploy", annotated("Deploy", "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73") + " class Teardown {}");

        assertThat(entries()).containsExactly("com.example.DeployAttribution", "com.example.Tools_SweepAttribution");
    }

    @Test
    void one_whose_class_is_gone_loses_its_entry() throws IOException {
        Files.delete(all.classes().resolve("com/example/Teardown.class"));
        Files.delete(all.classes().resolve("com/example/Tools_SweepAttribution.class"));
        Files.writeString(
                all.classes().resolve(SERVICES), "\n# by hand\n../../x\n", java.nio.file.StandardOpenOption.APPEND);

        compileAgain("Deploy", annotated("Deploy", "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73"));

        assertThat(entries()).containsExactly("com.example.DeployAttribution");
    }
}
