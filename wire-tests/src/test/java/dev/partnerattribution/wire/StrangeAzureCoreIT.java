package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An azure-core that is none of those we know: the program runs as without us, and one line says why. */
class StrangeAzureCoreIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    private LoopbackArm arm;

    @TempDir
    Path directory;

    @BeforeEach
    void start(LoopbackArm running) {
        arm = running;
    }

    private List<Path> libraries(Path azureCore) {
        List<Path> libraries = new ArrayList<>(SmallRun.AZURE_CORE);
        libraries.set(0, azureCore);
        return libraries;
    }

    private List<Path> renamed(String before, String after) throws IOException {
        return libraries(Rewritten.with(
                Rewritten.constant(before, after), SmallRun.AZURE_CORE.get(0), directory.resolve("azure-core.jar")));
    }

    /** By this route only: the requests leave by another one that would stamp them. */
    private JavaProgram attributed(List<Path> libraries, Policies policies) {
        return attributed(SmallRun.of(arm, Jars.withPrograms(libraries), policies));
    }

    private static JavaProgram attributed(JavaProgram program) {
        return program.agent(Jars.AGENT, "guid=" + Way.GUID + ",routes=azure-core");
    }

    private void assertOff(JavaProgram program, String why) {
        SmallRun.assertUnstamped(arm, program, Said.PREFIX + "off for azure-core: " + why);
    }

    @Test
    void a_newer_one_whose_constructor_takes_no_list() throws IOException {
        String constructor = "(Lcom/azure/core/http/HttpClient;L%s;Lcom/azure/core/util/tracing/Tracer;)V";

        assertOff(
                attributed(
                        renamed(constructor.formatted("java/util/List"), constructor.formatted("java/util/Collection")),
                        Policies.AS_USUAL),
                "com.azure.core.http.HttpPipeline has no constructor that takes a List of policies; "
                        + "known are versions 1.0.0 to 1.61.0");
    }

    /** What it lacks the agent does not need. */
    @Test
    void one_cut_down_to_what_a_program_without_user_agent_needs() throws IOException {
        Path cutDown = Rewritten.without(
                name -> name.endsWith("/UserAgentPolicy.class") || name.contains("/HttpLoggingPolicy"),
                SmallRun.AZURE_CORE.get(0),
                directory.resolve("azure-core.jar"));

        SmallRun.assertStamped(arm, attributed(libraries(cutDown), Policies.NONE));
    }

    @Test
    void one_whose_requests_lack_a_method() throws IOException {
        assertOff(
                attributed(renamed("setHeader", "putHeader"), Policies.AS_USUAL),
                "java.lang.NoSuchMethodError: 'com.azure.core.http.HttpRequest "
                        + "com.azure.core.http.HttpRequest.setHeader(java.lang.String, java.lang.String)'; known are "
                        + "versions 1.0.0 to 1.61.0");
    }

    @Test
    void the_same_with_the_runtime_jar_alone() throws IOException {
        List<Path> libraries = new ArrayList<>(renamed("setHeader", "putHeader"));
        libraries.add(Jars.RUNTIME);

        assertOff(
                SmallRun.of(arm, Jars.withPrograms(libraries), Policies.AS_USUAL)
                        .environment("PARTNER_ATTRIBUTION_GUID", Way.GUID),
                "java.lang.NoSuchMethodError: 'com.azure.core.http.HttpRequest "
                        + "com.azure.core.http.HttpRequest.setHeader(java.lang.String, java.lang.String)'; known are "
                        + "versions 1.0.0 to 1.61.0");
    }

    @Test
    void one_whose_policies_are_called_by_another_name() throws IOException {
        assertOff(
                attributed(renamed("process", "proceed"), Policies.AS_USUAL),
                "HttpPipelinePolicy.proceed is to be implemented; " + "known are versions 1.0.0 to 1.61.0");
    }

    /** Nothing tells it from a program without azure-core, of which a line would be said in vain. */
    @Test
    void an_obfuscated_one_is_not_noticed_at_all() throws IOException {
        UnaryOperator<String> obfuscation = content -> content.replace("HttpPipeline", "HttpPqpeline");
        Path azureCore = Rewritten.with(obfuscation, SmallRun.AZURE_CORE.get(0), directory.resolve("azure-core.jar"));
        List<Path> classPath = libraries(azureCore);
        classPath.add(Rewritten.directory(obfuscation, Jars.PROGRAMS, directory.resolve("programs")));

        SmallRun.assertUnstamped(arm, attributed(SmallRun.of(arm, classPath, Policies.AS_USUAL)));
    }

    @Test
    void an_immutable_list_of_policies_is_left_as_it_is() {
        SmallRun.assertStamped(arm, attributed(SmallRun.AZURE_CORE, Policies.IMMUTABLE_LIST));
    }

    @Test
    void a_missing_list_of_policies_fails_as_without_an_agent() {
        JavaProgram program = SmallRun.of(arm, Jars.withPrograms(SmallRun.AZURE_CORE), Policies.NULL_LIST);

        ProgramResult without = program.run().orFail();
        ProgramResult with = attributed(program).run().orFail();

        assertThat(without.stdout()).contains("NullPointerException");
        assertThat(with).isEqualTo(without);
    }
}
