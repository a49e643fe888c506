package dev.partnerattribution.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Maven as it is downloaded, whatever Maven runs this build. */
record Maven(Path home) {
    private static final int PATIENCE_MINUTES = 4;

    /** The oldest that the plugin runs in, and a newer one. */
    static Stream<Maven> all() {
        return Stream.of(System.getProperty("mavens").split(" ", -1))
                .map(version -> new Maven(
                        Path.of("target", "mavens", "apache-maven-" + version).toAbsolutePath()));
    }

    /** Builds the project in this folder with this local repository, and returns what it says. */
    String run(Path project, Path repository, String... arguments) throws IOException, InterruptedException {
        Path log = project.resolve("build.log");
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/mvn").toString(), "-B", "-V", "-ntp"));
        command.add("-Dmaven.repo.local=" + repository);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("MAVEN_HOME", "M2_HOME", "MAVEN_ARGS"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process maven = builder.start();
        if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
        maven.waitFor();
        return Files.readString(log);
    }

    /** As it calls itself. */
    @Override
    public String toString() {
        return home.getFileName().toString().replace("apache-maven-", "Apache Maven ");
    }
}
