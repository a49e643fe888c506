package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.wire.InTurn;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What makers of clients published as tests of their own, over the libraries woven. The servers of these tests count as Azure
 * Resource Manager, so that their requests are stamped.
 */
class PublishedTestsIT {
    private static final String PASSED = "SUCCESSFUL";

    private static final Suite APACHE_4 = new Suite(
            client(
                    "org.apache.httpcomponents:httpclient:4.5.14",
                    "org.apache.httpcomponents:httpclient:jar:tests:4.5.14",
                    "org.apache.httpcomponents:httpcore:jar:tests:4.4.16",
                    "junit:junit:4.13.2",
                    "org.hamcrest:hamcrest-library:1.3",
                    "org.mockito:mockito-core:1.10.19"),
            ".*",
            1_607,
            List.of("[engine:junit-vintage]/[runner:org.apache.http.impl.client.integration.TestRedirects]/"
                    + "[test:testDefaultHeadersRedirect(org.apache.http.impl.client.integration.TestRedirects)]"));

    /** Of its codec only what clients and their servers use: all of it takes a minute. */
    private static final Suite NETTY_4 = new Suite(
            client(
                    "io.netty:netty-codec-http:4.1.128.Final",
                    "io.netty:netty-codec-http:jar:tests:4.1.128.Final",
                    "org.hamcrest:hamcrest-library:1.3",
                    "org.mockito:mockito-core:4.11.0"),
            ".*[.]http[.]Http(Client|Request|Object|Message|Invalid|Server).*",
            187,
            List.of());

    @TempDir
    Path directory;

    private static Client client(String... coordinates) {
        List<String> all = new ArrayList<>(Arrays.asList(coordinates));
        all.add("org.junit.platform:junit-platform-launcher:1.14.1");
        all.add("org.junit.vintage:junit-vintage-engine:5.14.1");
        all.add("org.junit.jupiter:junit-jupiter:5.14.1");
        return Client.of("PublishedTestsProgram", all.toArray(new String[0]));
    }

    /**
     * @param classes a pattern of the names of those that hold the tests
     * @param tests how many there are
     * @param ofUserAgent those that expect the User-Agent which they set, and nothing more
     */
    record Suite(Client client, String classes, int tests, List<String> ofUserAgent) {
        @Override
        public String toString() {
            return client.libraries().get(0).getFileName().toString();
        }
    }

    static Stream<Arguments> suites() {
        return InTurn.each(List.of(Arguments.of(APACHE_4), Arguments.of(NETTY_4)));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("suites")
    void each_test_ends_as_over_the_library_that_was_not_woven(Suite suite, Jdk jdk) {
        Client woven = suite.client().woven(directory.resolve("woven"));
        List<String> ends = run(suite, woven, jdk, List.of());
        List<String> failed = failed(ends);
        List<String> notBefore = passing(failed, suite, suite.client(), jdk);
        notBefore.removeAll(passing(notBefore, suite, woven, jdk)); // some depend on time

        assertThat(ends).hasSize(suite.tests());
        assertThat(notBefore).isEqualTo(suite.ofUserAgent());
    }

    /** Those of these tests that pass when they are run alone. */
    private List<String> passing(List<String> tests, Suite suite, Client library, Jdk jdk) {
        List<String> passing = new ArrayList<>(tests);
        if (!tests.isEmpty()) {
            passing.removeAll(failed(run(suite, library, jdk, tests)));
        }
        return passing;
    }

    private static List<String> failed(List<String> ends) {
        return ends.stream()
                .filter(end -> !end.startsWith(PASSED))
                .map(end -> end.substring(end.indexOf(' ') + 1))
                .toList();
    }

    private List<String> run(Suite suite, Client library, Jdk jdk, List<String> tests) {
        try {
            Path ends = Files.createTempFile(directory, "ends", ".txt");
            List<String> arguments = new ArrayList<>(List.of(jars(library), suite.classes(), ends.toString()));
            arguments.addAll(tests);
            library.with(library.classPath(), arguments.toArray(new String[0]))
                    .jvmArguments(
                            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.net=ALL-UNNAMED")
                    .systemProperty("partner.attribution.arm-hosts", "localhost;127.0.0.1")
                    .timeLimit(Duration.ofMinutes(4))
                    .jdk(jdk)
                    .run()
                    .orFail();
            return Files.readAllLines(ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the tests. */
    private static String jars(Client library) {
        return library.libraries().stream()
                .map(Path::toString)
                .filter(jar -> jar.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
