package dev.partnerattribution.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects whose tests send a request to a host that the agent takes for Azure Resource Manager, and look at what came. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.partnerattribution.maven.Maven#all")
class PrepareAgentIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PID = "pid-" + GUID;
    private static final String HERE = "<armHosts>localhost</armHosts>";
    private static final String WITH_GUID = HERE + "<guid>" + GUID + "</guid>";
    private static final String JUNIT =
            """
            <dependency>
                <groupId>org.junit.jupiter</groupId>
                <artifactId>junit-jupiter</artifactId>
                <version>%s</version>
                <scope>test</scope>
            </dependency>
            """
                    .formatted(System.getProperty("junit.version"));

    private static final String HELP =
            """
            <plugin>
                <groupId>dev.partnerattribution</groupId>
                <artifactId>partner-attribution-maven-plugin</artifactId>
                <version>%s</version>
                <configuration><detail>true</detail></configuration>
                <executions>
                    <execution><phase>validate</phase><goals><goal>help</goal></goals></execution>
                </executions>
            </plugin>
            """
                    .formatted(System.getProperty("project.version"));

    /** A project that names the agent's version itself, as one does to have a newer one. */
    private static final String PINNED =
            """
            <plugin>
                <groupId>dev.partnerattribution</groupId>
                <artifactId>partner-attribution-maven-plugin</artifactId>
                <version>%1$s</version>
                <dependencies>
                    <dependency>
                        <groupId>dev.partnerattribution</groupId>
                        <artifactId>partner-attribution-agent</artifactId>
                        <version>%1$s</version>
                    </dependency>
                </dependencies>
                <configuration>%2$s</configuration>
                <executions><execution><goals><goal>prepare-agent</goal></goals></execution></executions>
            </plugin>
            """
                    .formatted(System.getProperty("project.version"), WITH_GUID);

    private static final String WITHOUT = "startsWith(\"Java/\") && !userAgents.get(0).contains(\"pid-\")";

    private static FreshProjects projects;
    private static MavenRun run;

    private final Maven maven;

    PrepareAgentIT(Maven maven) {
        this.maven = maven;
    }

    @BeforeParameterizedClassInvocation
    static void build_all_once(Maven maven, @TempDir Path parent) throws Exception {
        projects = new FreshProjects(parent.resolve("with a blank"));
        project("beside-another-agent", WITH_GUID)
                .property("argLine", "-Dcoverage=on")
                .file(TEST, test("endsWith(\" " + PID + "\") && \"on\".equals(System.getProperty(\"coverage\"))"));
        project("by-properties", "")
                .property("partner.attribution.tracking-id", PID)
                .property("partner.attribution.arm-hosts", "localhost;127.0.0.1")
                .file(TEST, test("endsWith(\" " + PID + "\")"));
        annotated();
        project("skipped", WITH_GUID + "<skip>true</skip>")
                .pluginBlock(surefire("@{argLine} -Dcoverage=on"))
                .file(TEST, test(WITHOUT));
        projects.project("pinned")
                .dependencyBlock(JUNIT)
                .pluginBlock(PINNED)
                .file(TEST, test("endsWith(\" " + PID + "\")"));
        project("named-property", WITH_GUID + "<propertyName>attribution</propertyName>")
                .pluginBlock(surefire("@{attribution} -Dcoverage=on"))
                .file(TEST, test("endsWith(\" " + PID + "\")"));
        project("own-line", WITH_GUID).pluginBlock(surefire("-Dcoverage=on"));
        project("comma", "<armHosts>a.test,b.test</armHosts>");
        projects.project("helped").pluginBlock(HELP);
        project("given", WITH_GUID + "<propertyName>given</propertyName>")
                .pluginBlock(surefire("${given}"))
                .file(TEST, test(WITHOUT + " && \"on\".equals(System.getProperty(\"coverage\"))"));
        run = projects.build(maven, "-Dgiven=-Dcoverage=on");
    }

    private static final String TEST = "src/test/java/com/example/DeployTest.java";

    /** A test that holds if this is true of the User-Agent that was received. */
    private static String test(String condition) {
        return """
                package com.example;

                import com.sun.net.httpserver.HttpServer;
                import java.net.HttpURLConnection;
                import java.net.InetSocketAddress;
                import java.net.URL;
                import java.util.ArrayList;
                import java.util.List;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;

                class DeployTest {
                    @Test
                    void sends() throws Exception {
                        List<String> userAgents = new ArrayList<>();
                        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
                        server.createContext("/", exchange -> {
                            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
                            exchange.sendResponseHeaders(200, -1);
                            exchange.close();
                        });
                        server.start();
                        URL url = new URL("http://localhost:" + server.getAddress().getPort() + "/");
                        ((HttpURLConnection) url.openConnection()).getResponseCode();
                        server.stop(0);
                        Assertions.assertTrue(userAgents.get(0).%s, userAgents.toString());
                    }
                }
                """
                .formatted(condition);
    }

    private static FreshProject project(String name, String configuration) {
        return projects.project(name).dependencyBlock(JUNIT).plugin(configuration, "prepare-agent");
    }

    private static String surefire(String argLine) {
        return "<plugin><artifactId>maven-surefire-plugin</artifactId><configuration><argLine>" + argLine
                + "</argLine></configuration></plugin>";
    }

    private static void annotated() throws IOException {
        String[] documented = Documented.dependencyAndProcessor();
        project("annotated", HERE)
                .dependencyBlock(documented[0])
                .pluginBlock(documented[1])
                .file(
                        "src/main/java/com/example/DeployTool.java",
                        "package com.example;\n\n@dev.partnerattribution.PartnerAttribution(guid = \"" + GUID
                                + "\")\npublic final class DeployTool {}\n")
                .file(TEST, test("endsWith(\" " + PID + "\")"));
    }

    @Test
    void tests_run_with_the_agent_and_with_what_else_was_to_be_there() {
        assertPassed("beside-another-agent");
    }

    @Test
    void every_parameter_may_be_a_property_that_is_spelled_as_the_agent_spells_it() {
        assertPassed("by-properties");
    }

    @Test
    void where_no_id_is_configured_the_agent_finds_the_annotation() {
        assertPassed("annotated");
    }

    @Test
    void an_agent_that_the_project_names_itself_is_taken() {
        assertPassed("pinned");
    }

    @Test
    void a_property_of_the_command_line_that_hides_the_option_is_told() {
        assertPassed("given");
        assertThat(run.log())
                .containsOnlyOnce(
                        "[WARNING] -Dgiven= of the command line wins over it, and tests run without the agent where no"
                                + " <argLine> has @{given}: leave it out, or add \"-javaagent:");
    }

    @Test
    void the_option_goes_into_the_property_that_is_named() {
        assertPassed("named-property");
        assertThat(run.log()).contains("attribution is \"-javaagent:");
    }

    @Test
    void an_arg_line_of_its_own_without_the_property_is_told_unless_all_is_skipped() {
        assertThat(run.succeeded(projects.project("own-line"))).isTrue();
        assertPassed("skipped");
        assertThat(run.log())
                .containsOnlyOnce("[WARNING] maven-surefire-plugin has an <argLine> without @{argLine}: its tests run"
                        + " without the agent; write @{argLine} into it");
    }

    @Test
    void a_value_that_the_agent_would_take_for_two_options_is_refused() {
        assertThat(run.failure(projects.project("comma")))
                .isEqualTo("arm-hosts is a.test,b.test: an option of the agent can't hold a comma or a double quote;"
                        + " write ; between several values");
    }

    @Test
    void help_tells_each_parameter_with_its_property() {
        assertThat(run.log())
                .contains(
                        maven + " ",
                        "partner-attribution:prepare-agent",
                        "armHosts",
                        "User property: partner.attribution.arm-hosts");
    }

    private static void assertPassed(String name) {
        assertThat(run.succeeded(projects.project(name))).as(run.log()).isTrue();
        assertThat(projects.project(name).path("target/surefire-reports/TEST-com.example.DeployTest.xml"))
                .content()
                .contains("tests=\"1\"", "skipped=\"0\"");
    }
}
