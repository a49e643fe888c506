package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.wire.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that deploys, as Spring Boot's own tools pack it: the SDK lies in jars within the jar. */
final class ExecutableJar {
    private ExecutableJar() {}

    /** Makes one in a new folder of this one. */
    static Path of(Server version, Path directory) {
        try {
            Path work = Files.createTempDirectory(directory, "boot");
            List<Path> boot = Libraries.of("org.springframework.boot:spring-boot:" + version.version());
            Path classes = Project.named("spring-boot").compiled(boot, work.resolve("classes"));
            Path jar = Tree.packed(classes, work.resolve("deploy.jar"));
            return repackaged(version, jar, boot, work);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path repackaged(Server version, Path jar, List<Path> boot, Path work) {
        List<Path> tools = Libraries.of("org.springframework.boot:spring-boot-loader-tools:" + version.version());
        List<Path> classPath = new ArrayList<>(tools);
        classPath.add(Project.named("repackage").compiled(tools, work.resolve("tool")));
        Path executable = work.resolve("executable.jar");
        List<String> arguments = new ArrayList<>(List.of(jar.toString(), executable.toString()));
        Stream.concat(boot.stream(), Sdk.JARS.stream())
                .distinct()
                .map(Path::toString)
                .forEach(arguments::add);
        Machine.run(JavaProgram.mainClass("com.contoso.build.Repackage")
                .classPath(classPath)
                .arguments(arguments.toArray(new String[0])));
        return executable;
    }
}
