package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Libraries;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor says of a program without running it is what a server receives from it when it is run. */
class DoctorIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    /** What of ours a program has. */
    enum Equipment {
        NOTHING,
        RUNTIME_JAR,
        AGENT
    }

    /** A program, its form, the way that it goes, and with what that is covered. */
    enum Program {
        MANAGERS(
                "dev.partnerattribution.wire.program.GroupProgram",
                "Azure SDK for Java: its managers",
                Equipment.RUNTIME_JAR,
                "com.azure.resourcemanager:azure-resourcemanager-resources:2.53.5",
                "com.azure:azure-core-http-jdk-httpclient:1.1.7"),
        PIPELINES_BY_HAND(
                "dev.partnerattribution.wire.program.BarePipelineProgram",
                "pipelines and generated clients of azure-core, made by hand",
                Equipment.AGENT,
                "com.azure:azure-core:1.61.0",
                "com.azure:azure-core-http-okhttp:1.13.7"),
        TRACK_ONE_IN_SPRING_BOOT(
                "TrackOneProgram",
                "Azure SDK com.microsoft.azure 1.x (Track 1)",
                Equipment.AGENT,
                "com.microsoft.azure:azure:1.41.4"),
        JCLOUDS_IN_WAR(
                "JcloudsProgram",
                "jclouds azurecompute-arm",
                Equipment.AGENT,
                "org.apache.jclouds.provider:azurecompute-arm:2.7.0"),
        JAVA_NET_HTTP_IN_SPRING_BOOT("JavaNetHttpProgram", "java.net.http.HttpClient", Equipment.AGENT);

        final String mainClass;
        final String way;

        /** The least that covers it. */
        final Equipment least;

        /** Of its libraries, separated by blanks. */
        private final String coordinates;

        Program(String mainClass, String way, Equipment least, String... coordinates) {
            this.mainClass = mainClass;
            this.way = way;
            this.least = least;
            this.coordinates = String.join(" ", coordinates);
        }

        List<Path> libraries() {
            return coordinates.isEmpty() ? List.of() : Libraries.of(coordinates.split(" ", -1));
        }
    }

    /** What the runtime jar does not cover is tried with it rather than with nothing. */
    static Stream<Arguments> combinations() {
        return Arrays.stream(Program.values()).flatMap(program -> Arrays.stream(Equipment.values())
                .filter(equipment -> equipment != Equipment.NOTHING || program.least == Equipment.RUNTIME_JAR)
                .map(equipment -> Arguments.of(program, equipment)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void what_is_said_to_be_covered_is_what_carries_the_tracking_id(Program program, Equipment equipment) {
        List<Path> libraries = new ArrayList<>(program.libraries());
        if (equipment == Equipment.RUNTIME_JAR) {
            libraries.add(Jars.RUNTIME);
        }
        Path classes = ownClasses(program);

        String application = application(program, classes, libraries);
        Doctor doctor =
                equipment == Equipment.AGENT ? Doctor.ofAttributed(application) : Doctor.ofUnattributed(application);
        run(program, equipment, classes, libraries);

        boolean covered = equipment.compareTo(program.least) >= 0;
        assertThat(doctor.ways()).as(doctor.json()).containsExactly(program.way);
        assertThat(doctor.saysCovered()).as(doctor.json()).isEqualTo(covered);
        assertThat(extension.arm().requests()).isNotEmpty();
        assertThat(extension.arm().requests().stream().allMatch(request -> UserAgents.tokensIn(request) == 1))
                .isEqualTo(covered);
    }

    /** The classes of the program and nothing else, with its settings, in which its address stands. */
    private Path ownClasses(Program program) {
        try {
            Path own = Files.createDirectory(directory.resolve("classes"));
            if (program.mainClass.indexOf('.') < 0) {
                copy(Compiled.program(program.mainClass, program.libraries()), own, "");
            }
            copy(Jars.PROGRAMS, own, "dev/partnerattribution/wire/program/" + simpleName(program));
            copy(Jars.PROGRAMS, own, "dev/partnerattribution/wire/program/Azure");
            copy(Jars.PROGRAMS, own, "dev/partnerattribution/wire/program/Sending");
            Files.writeString(own.resolve("deploy.properties"), "endpoint=https://management.azure.com/\n");
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simpleName(Program program) {
        return program.mainClass.substring(program.mainClass.lastIndexOf('.') + 1);
    }

    private static void copy(Path from, Path to, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = from.relativize(file).toString();
                if (path.startsWith(prefix)) {
                    Path target = to.resolve(path);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    /** In the form in which it is given to the doctor. */
    private String application(Program program, Path classes, List<Path> libraries) {
        return switch (program) {
            case TRACK_ONE_IN_SPRING_BOOT, JAVA_NET_HTTP_IN_SPRING_BOOT ->
                bootJar(program, classes, libraries).toString();
            case JCLOUDS_IN_WAR ->
                Packed.war(directory.resolve("deploy.war"), classes, libraries).toString();
            default ->
                classPath(classes, libraries).stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator))
                        + File.pathSeparator;
        };
    }

    private Path bootJar(Program program, Path classes, List<Path> libraries) {
        Path jar = directory.resolve("deploy.jar");
        return Files.exists(jar) ? jar : Packed.springBoot(jar, program.mainClass, classes, libraries);
    }

    private static List<Path> classPath(Path classes, List<Path> libraries) {
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(libraries);
        return classPath;
    }

    private void run(Program program, Equipment equipment, Path classes, List<Path> libraries) {
        LoopbackArm arm = extension.arm();
        JavaProgram java = program.name().endsWith("_IN_SPRING_BOOT")
                ? JavaProgram.jar(bootJar(program, classes, libraries))
                : JavaProgram.mainClass(program.mainClass).classPath(classPath(classes, libraries));
        java.jvmArguments(arm.jvmArguments()).jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        if (equipment == Equipment.AGENT) {
            java.agent(Jars.AGENT, "guid=" + Way.GUID);
        } else {
            java.systemProperty("partner.attribution.guid", Way.GUID);
        }
        String[] arguments = program == Program.MANAGERS
                ? new String[] {arm.endpoint().toString(), "doctor"}
                : new String[] {arm.endpoint().toString()};
        java.arguments(arguments).run().orFail();
    }
}
