package dev.partnerattribution.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.program.SmallProgram;
import dev.partnerattribution.wire.program.SmallProgram.Policies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs of {@link SmallProgram}, as fast as a JVM goes, and what is true of all of them. */
final class SmallRun {
    /** With a logging library, for want of which another would print lines of its own. */
    static final List<Path> AZURE_CORE = Libraries.of("com.azure:azure-core:1.61.0", "org.slf4j:slf4j-nop:1.7.36");

    private SmallRun() {}

    static JavaProgram of(LoopbackArm arm) {
        return of(arm, Jars.withPrograms(AZURE_CORE), Policies.AS_USUAL);
    }

    static JavaProgram of(LoopbackArm arm, List<Path> classPath, Policies policies) {
        return JavaProgram.mainClass(SmallProgram.class.getName())
                .classPath(classPath)
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments("http://management.azure.com:" + arm.port() + "/", policies.name());
    }

    /** The class path of {@link #of(LoopbackArm)}, with more in front. */
    static List<Path> classPath(Path... more) {
        List<Path> classPath = new ArrayList<>(List.of(more));
        classPath.addAll(Jars.withPrograms(AZURE_CORE));
        return classPath;
    }

    /** Runs to its end without a mark on its requests, and with these lines and not a byte more on stderr. */
    static void assertUnstamped(LoopbackArm arm, JavaProgram program, String... lines) {
        ProgramResult result = toItsEnd(arm, program);
        assertThat(result.stderr().lines()).containsExactly(lines);
        UserAgents.assertNotStamped(arm.requests());
    }

    /** The same with a mark on each request. */
    static void assertStamped(LoopbackArm arm, JavaProgram program, String... lines) {
        ProgramResult result = toItsEnd(arm, program);
        assertThat(result.stderr().lines()).containsExactly(lines);
        UserAgents.assertStamped(arm.requests());
    }

    /** The result of a run that ended well and sent what it should. */
    static ProgramResult toItsEnd(LoopbackArm arm, JavaProgram program) {
        ProgramResult result = program.run().orFail();
        assertThat(result.stdout().lines()).containsExactly("done");
        assertThat(arm.requests()).hasSize(2);
        return result;
    }
}
