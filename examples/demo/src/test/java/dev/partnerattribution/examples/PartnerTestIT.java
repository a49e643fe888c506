package dev.partnerattribution.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The partner's own test, as JUnit runs it for him, with and without the jar that attributes his product. */
class PartnerTestIT {
    private static final String GROUP =
            "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resource[Gg]roups/contoso-landing-zone";
    private static final String TEST = "com.contoso.landingzone.LandingZoneTest";
    private static final String OTHER_TEST = "com.contoso.landingzone.BadInputTest";

    @Test
    void is_red_without_the_runtime_jar_and_lists_every_write_with_the_line_that_sent_it() throws IOException {
        List<Integer> lines = linesThatDeploy();
        ProgramResult result = run(entry -> !entry.contains("partner-attribution-runtime"), TEST);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout())
                .contains("1 tests failed", "3 of 3 requests don't carry " + Example.TOKEN + " once and alone:")
                .containsPattern(write("", "resources", lines.get(0)))
                .containsPattern(
                        write("/providers/Microsoft.Network/virtualNetworks/contoso-network", "network", lines.get(1)))
                .containsPattern(
                        write("/providers/Microsoft.Storage/storageAccounts/contosolanding", "storage", lines.get(2)));
    }

    /** With the test alone, the build of the partner's project shows it. */
    @Test
    void is_green_with_it_also_when_another_test_has_made_an_azure_client_before() {
        ProgramResult result = run(entry -> true, OTHER_TEST, TEST).orFail();

        assertThat(result.stdout()).contains("2 tests successful", "0 tests failed");
        assertThat(result.stdout().indexOf("BadInputTest"))
                .isLessThan(result.stdout().indexOf("LandingZoneTest"));
    }

    @Test
    void has_ten_lines_of_its_own() throws IOException {
        assertThat(source("test", TEST).stream().filter(PartnerTestIT::isOfItsOwn))
                .hasSizeLessThanOrEqualTo(10);
    }

    /** What is left without what every Java file has. */
    private static boolean isOfItsOwn(String line) {
        return !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ");
    }

    private static List<Integer> linesThatDeploy() throws IOException {
        List<String> product = source("main", "com.contoso.landingzone.LandingZone");
        return IntStream.rangeClosed(1, product.size())
                .filter(number -> product.get(number - 1).contains(".create();"))
                .boxed()
                .toList();
    }

    private static List<String> source(String kind, String type) throws IOException {
        return Files.readAllLines(Path.of("..", "partner-test", "src", kind, "java", type.replace('.', '/') + ".java"));
    }

    private static String write(String resource, String library, int line) {
        return "PUT " + GROUP + resource
                + "\\s+no tracking ID is in it"
                + "\\s+User-Agent: azsdk-java-com.azure.resourcemanager." + library + "/.*"
                + "\\s+meanwhile main waited for azure-core at .*LandingZone.deploy\\(LandingZone.java:" + line + "\\)";
    }

    private static ProgramResult run(Predicate<String> onClassPath, String... tests) {
        JavaProgram junit = JavaProgram.mainClass("org.junit.platform.console.ConsoleLauncher")
                .classPath(classPath(onClassPath))
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments("execute", "--disable-banner", "--disable-ansi-colors")
                .timeLimit(Duration.ofMinutes(4));
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("PARTNER_ATTRIBUTION_"))
                .forEach(junit::withoutEnvironment);
        List.of(tests).forEach(test -> junit.arguments("--select-class", test));
        return junit.run();
    }

    /** The partner's classes, tests and dependencies; of this build only what runs JUnit from a command line. */
    private static List<Path> classPath(Predicate<String> wanted) {
        Path tests = Example.jar("partner-test.jar").resolveSibling("test-classes");
        Stream<Path> console = JavaProgram.currentClassPath().stream()
                .filter(entry -> entry.getFileName().toString().startsWith("junit-platform-"));
        return Stream.of(Stream.of(tests), Example.classPath("partner-test.jar").stream(), console)
                .flatMap(entries -> entries)
                .filter(entry -> wanted.test(entry.getFileName().toString()))
                .toList();
    }
}
