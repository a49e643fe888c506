package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Maven of this build, in a process of its own. */
final class Maven {
    private Maven() {}

    /** Builds a project with the libraries' versions that the tests use; throws if that fails. */
    static void of(Path project, String... arguments) throws InterruptedException {
        run(Jdks.running(), project, Map.of(), arguments).orFail();
    }

    /** The same with more variables in its environment, whatever comes out. */
    static ProgramResult run(Jdk jdk, Path project, Map<String, String> more, String... arguments)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("local.repository"),
                "-Dresources.version=" + Sdk.RESOURCES,
                "-Dhttp-client.version=" + Sdk.HTTP_CLIENT));
        command.addAll(List.of(arguments));
        Map<String, String> environment =
                new HashMap<>(Map.of("JAVA_HOME", jdk.home().toString(), "MAVEN_OPTS", Brief.COMPILER));
        environment.putAll(more);
        return Launched.start(project, environment, command).toItsEnd();
    }
}
