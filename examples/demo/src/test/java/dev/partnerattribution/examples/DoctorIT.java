package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says of the examples, without running them, is what a server receives from them. */
class DoctorIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @ParameterizedTest
    @EnumSource(Example.class)
    void an_example_as_it_is_is_attributed_if_the_doctor_says_so(Example example) {
        ProgramResult doctor = doctor(example);
        example.bare(extension.arm()).run().orFail();

        assertThat(doctor.exitCode()).as(doctor.stdout()).isEqualTo(example == Example.ANNOTATED ? 0 : 1);
        assertThat(isAttributed()).isEqualTo(doctor.exitCode() == 0);
        assertThat(doctor.stdout()).contains(example == Example.ANNOTATED ? Example.TOKEN : "NOT ATTRIBUTED: its way");
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void started_with_the_agent_it_is_attributed_as_the_doctor_says(Example example) {
        String id = Example.TOKEN.substring("pid-".length());
        ProgramResult doctor = doctor(example, "--agent-options", "guid=" + id);
        Example.underAgent(example.bare(extension.arm()), "guid=" + id).run().orFail();

        assertThat(doctor.exitCode()).as(doctor.stdout()).isZero();
        assertThat(doctor.stdout())
                .startsWith(firstWords(example))
                .contains("ATTRIBUTED: its way", "from agent option guid");
        assertThat(isAttributed()).isTrue();
    }

    private static String firstWords(Example example) {
        return example == Example.SPRING_BOOT ? application(example) : "class path of ";
    }

    private static boolean isAttributed() {
        assertThat(extension.arm().requests().methods("PUT")).hasSize(3);
        return extension.arm().requests().stream().allMatch(Demo::isAttributed);
    }

    private static ProgramResult doctor(Example example, String... options) {
        List<String> arguments = Stream.concat(Stream.of("doctor", application(example)), Stream.of(options))
                .toList();
        ProgramResult result = JavaProgram.jar(Example.jar("cli.jar"))
                .jvmArguments("-XX:TieredStopAtLevel=1")
                .arguments(arguments.toArray(new String[0]))
                .run();
        assertThat(result.stderr()).isEmpty();
        return result;
    }

    private static String application(Example example) {
        return switch (example) {
            case ANNOTATED -> classPath("annotated.jar");
            case LEGACY -> classPath("legacy.jar");
            case SPRING_BOOT -> Example.jar("spring-boot.jar").toString();
        };
    }

    private static String classPath(String property) {
        return Example.classPath(property).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
