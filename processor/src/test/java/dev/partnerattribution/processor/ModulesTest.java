package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules, where {@code ServiceLoader} reads {@code provides} and no service file. */
class ModulesTest {
    private static final String SERVICE = "META-INF/services/dev.partnerattribution.AttributionConfiguration";
    private static final String[] MODULE_PATH = {
        "--module-path", Artifacts.runtime().toString()
    };

    private Project project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = new Project(directory);
    }

    @Test
    void a_module_that_provides_its_configurations_is_in_order() {
        module(provides("com.contoso.DeployToolAttribution, com.contoso.RemoveToolAttribution"));
        tool("com.contoso", "DeployTool");
        tool("com.contoso", "RemoveTool");
        assertThat(project.compile(MODULE_PATH)).isEmpty();
        assertThat(project.output()).contains("module-info.class", SERVICE);
    }

    @Test
    void a_module_that_does_not_is_told_the_line() {
        module("");
        tool("com.contoso", "DeployTool");
        assertThat(project.compile(MODULE_PATH)).containsExactly(missing("com.contoso.DeployToolAttribution"));
    }

    @Test
    void the_line_names_all_configurations_and_is_said_once() {
        module("");
        tool("com.contoso", "RemoveTool");
        tool("com.contoso", "DeployTool");
        assertThat(project.compile(MODULE_PATH))
                .containsExactly(missing("com.contoso.DeployToolAttribution, com.contoso.RemoveToolAttribution"));
    }

    @Test
    void the_line_keeps_what_the_module_provides_already() {
        module(provides("com.contoso.ByHand") + "provides java.lang.Runnable with com.contoso.Job;");
        project.source(
                "com/contoso/Job.java",
                "package com.contoso; public class Job implements Runnable { public void run() {} }");
        project.source(
                "com/contoso/ByHand.java",
                """
                package com.contoso;

                public class ByHand implements dev.partnerattribution.AttributionConfiguration {
                    public String annotatedClass() { return "com.contoso.ByHand"; }
                    public String trackingId() { return "pid-contoso-tool-partnercenter"; }
                    public String partner() { return ""; }
                }
                """);
        tool("com.contoso", "DeployTool");
        assertThat(project.compile(MODULE_PATH))
                .containsExactly(missing("com.contoso.ByHand, com.contoso.DeployToolAttribution"));
    }

    @Test
    void the_generated_class_names_nothing_that_the_module_does_not_read() {
        module(provides("com.contoso.DeployToolAttribution"));
        tool("com.contoso", "DeployTool");
        project.compile(MODULE_PATH);
        assertThat(project.read("com/contoso/DeployToolAttribution.java")).doesNotContain("Generated");
    }

    @Test
    void a_class_in_no_package_is_told_to_move() {
        module("");
        project.source("DeployTool.java", annotated("DeployTool"));
        assertThat(project.compile(MODULE_PATH))
                .containsExactly(
                        new Note(
                                "error",
                                2,
                                1,
                                "[partner-attribution:no-package] DeployTool is in no package, where a named module can have no program: put it in one"));
    }

    @Test
    void modules_compiled_together_each_get_their_own_service_file() {
        for (String name : new String[] {"one", "two"}) {
            project.source(
                    name + "/module-info.java",
                    "module " + name + " { requires dev.partnerattribution.runtime; "
                            + provides("com.contoso." + name + ".ToolAttribution") + "}");
            project.source(
                    name + "/com/contoso/" + name + "/Tool.java",
                    "package com.contoso." + name + ";\n\n" + annotated("Tool"));
        }
        assertThat(project.compile(
                        MODULE_PATH[0],
                        MODULE_PATH[1],
                        "--module-source-path",
                        project.root().resolve("src").toString()))
                .isEmpty();
        assertThat(project.read("one/" + SERVICE)).isEqualTo("com.contoso.one.ToolAttribution\n");
        assertThat(project.read("two/" + SERVICE)).isEqualTo("com.contoso.two.ToolAttribution\n");
    }

    private void module(String directives) {
        project.source(
                "module-info.java",
                "module com.contoso { requires dev.partnerattribution.runtime; " + directives + "}");
    }

    private static String provides(String implementations) {
        return "provides dev.partnerattribution.AttributionConfiguration with " + implementations + "; ";
    }

    private void tool(String inPackage, String name) {
        project.source(
                inPackage.replace('.', '/') + "/" + name + ".java", "package " + inPackage + ";\n\n" + annotated(name));
    }

    private static String annotated(String name) {
        return "@dev.partnerattribution.PartnerAttribution(guid = \"7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\")\nclass "
                + name + " {}\n";
    }

    private static Note missing(String implementations) {
        return new Note(
                "error",
                4,
                1,
                "[partner-attribution:missing-provides] module com.contoso does not provide the configuration of this "
                        + "class; its module-info.java needs: provides dev.partnerattribution.AttributionConfiguration "
                        + "with " + implementations + ";");
    }
}
