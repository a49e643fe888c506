package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import dev.partnerattribution.wire.program.ChildLoaderProgram.Kind;
import dev.partnerattribution.wire.program.SeveralPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that the Maven Shade plugin has relocated, beside the same where they were published, in one class loader. */
class RelocatedClientsIT {
    private static final String OTHER = "account.blob.core.windows.net";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    static Path relocated;

    @TempDir
    Path directory;

    /** A client, and what is relocated. */
    record Relocation(Client client, String names) {
        /** The name of the relocated program, beside the one that is as it was published. */
        String program() {
            return "Relocated" + client.program();
        }

        Path jar() {
            return relocated.resolve(Integer.toHexString(hashCode()) + ".jar");
        }

        List<String> shading() {
            List<Path> content = new ArrayList<>(client.libraries());
            content.add(Compiled.program(client.program(), client.compiledWith()));
            return List.of(jar().toString(), joined(content), names + "," + client.program() + "=" + program());
        }

        List<Path> classPath() {
            List<Path> classPath = new ArrayList<>(client.classPath());
            classPath.add(jar());
            return classPath;
        }

        /** Both programs, to both hosts, under paths of their own. */
        List<String> arguments(String place) {
            return List.of(
                    program() + "," + client.program(),
                    extension.arm().endpoint() + place,
                    extension.arm().endpoint(OTHER) + place);
        }

        @Override
        public String toString() {
            return client + ", " + names;
        }
    }

    /** One of them loses the beginning of its name, as with several public jars. */
    private static final List<Relocation> ALL = List.of(
            new Relocation(
                    Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.14.9"),
                    "okhttp3=contoso.okhttp3,okio=contoso.okio"),
            new Relocation(Clients.OKHTTP_4, "okhttp3=com.contoso.shaded.okhttp3"),
            new Relocation(Clients.APACHE_4, "org.apache.http=contoso.internal.apache.http"),
            new Relocation(Clients.NETTY_4, "io.netty=contoso.io.netty"),
            new Relocation(Clients.JETTY, "org.eclipse.jetty=contoso.eclipse.jetty"),
            new Relocation(Clients.KTOR_CIO, "io.ktor=contoso.io.ktor"),
            new Relocation(Clients.REACTOR_NETTY, "reactor=contoso.reactor,io.netty=contoso.io.netty"),
            new Relocation(
                    Client.of(
                            "AzureCoreProgram",
                            "com.azure:azure-core:1.61.0",
                            "com.azure:azure-core-http-jdk-httpclient:1.1.7"),
                    "com.azure=contoso.com.azure,reactor=contoso.reactor"),
            new Relocation(
                    Client.of(
                            "AzureCoreProgram",
                            "com.azure:azure-core:1.61.0",
                            "com.azure:azure-core-http-okhttp:1.13.7"),
                    "com.azure=contoso.com.azure"));

    @BeforeAll
    static void shade() throws IOException {
        for (Relocation relocation : ALL) {
            Path program = Compiled.program(
                    relocation.client().program(), relocation.client().compiledWith());
            Files.writeString(program.resolve("deploy.properties"), "endpoint=https://management.azure.com/\n");
        }
        Client.of(
                        "ShadingProgram",
                        "org.apache.maven.plugins:maven-shade-plugin:3.6.2",
                        "org.apache.maven:maven-plugin-api:3.9.12",
                        "commons-io:commons-io:2.21.0",
                        "org.slf4j:slf4j-nop:2.0.17")
                .toAny(ALL.stream()
                        .flatMap(relocation -> relocation.shading().stream())
                        .toArray(String[]::new))
                .timeLimit(Duration.ofMinutes(3))
                .run()
                .orFail();
    }

    static List<Jdk> jdks() {
        return InTurn.jdks();
    }

    /** In turn, in a JVM for each JDK. */
    @ParameterizedTest(name = "JDK {0}")
    @MethodSource("jdks")
    void both_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(Jdk jdk) {
        List<Relocation> relocations = IntStream.range(0, ALL.size())
                .filter(i -> InTurn.jdk(i).equals(jdk))
                .mapToObj(ALL::get)
                .toList();
        OneJvm all = new OneJvm();
        for (Relocation relocation : relocations) {
            all.add(
                    SeveralPrograms.class.getName(),
                    relocation.classPath(),
                    relocation.arguments(OneJvm.place(relocations.indexOf(relocation))));
        }

        ProgramResult result = run(Way.AGENT.equip(all.program(Kind.USUAL)).jdk(jdk));

        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < relocations.size(); i++) {
                softly.assertThat(extension.arm().requests().at("/" + OneJvm.place(i)))
                        .as(relocations.get(i) + ": " + result.stdout() + result.stderr())
                        .hasSize(4);
            }
        });
        assertSent(result, relocations.size());
    }

    @Test
    void the_doctor_says_so() throws IOException {
        for (Relocation relocation : ALL) {
            assertThat(Doctor.ofAttributed(relocation.jar().toString()).verdict())
                    .as(relocation.toString())
                    .isEqualTo("attributed");
        }
    }

    /** The first, and a pipeline on a client that stays where it was: their own kinds of injected classes. */
    static Stream<Relocation> some() {
        return Stream.of(ALL.get(0), ALL.get(ALL.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("some")
    void so_do_both_where_they_are_woven(Relocation relocation) {
        WovenClassPath woven = WovenClassPath.of(relocation.classPath(), Way.GUID, directory);

        ProgramResult result = run(JavaProgram.mainClass(SeveralPrograms.class.getName())
                .classPath(woven.entries())
                .jvmArguments(Brief.JVM)
                .arguments(relocation.arguments("").toArray(new String[0])));

        assertSent(result, 1);
        assertThat(woven.problems()).isEmpty();
    }

    private ProgramResult run(JavaProgram program) {
        return program.jvmArguments(extension.arm().jvmArguments())
                .environment("PARTNER_ATTRIBUTION_RECEIPTS", receipts().toString())
                .run()
                .orFail();
    }

    private Path receipts() {
        return directory.resolve("receipts.jsonl");
    }

    /** Of so many clients. */
    private void assertSent(ProgramResult result, int clients) {
        RecordedRequests toArm = extension.arm().requests().notToHost(OTHER);
        RecordedRequests toOther = extension.arm().requests().toHost(OTHER);
        assertThat(Said.by(result)).isEmpty();
        assertThat(toArm).hasSize(2 * clients);
        UserAgents.assertStamped(toArm);
        assertThat(toOther).hasSize(2 * clients);
        UserAgents.assertNotStamped(toOther);
        assertThat(Receipts.in(receipts()).seen()).containsExactlyInAnyOrderElementsOf(Receipts.seenBy(toArm));
        assertThat(Receipts.in(receipts()).kind("connection")).isEmpty();
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
