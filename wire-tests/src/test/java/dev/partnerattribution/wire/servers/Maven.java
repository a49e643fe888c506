package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Maven of this build, in a process of its own. */
final class Maven {
    private Maven() {}

    /** Builds a project with the libraries' versions that the tests use; throws if that fails. */
    static void of(Path project, String... arguments) throws InterruptedException {
        run(Jdks.running(), project, "", arguments).orFail();
    }

    /** The same with these options for its JVM, whatever comes out. */
    static ProgramResult run(Jdk jdk, Path project, String mavenOpts, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("local.repository"),
                "-Dresources.version=" + Sdk.RESOURCES,
                "-Dhttp-client.version=" + Sdk.HTTP_CLIENT));
        command.addAll(List.of(arguments));
        return Launched.start(
                        project, Map.of("JAVA_HOME", jdk.home().toString(), "MAVEN_OPTS", mavenOpts), command)
                .toItsEnd();
    }
}
