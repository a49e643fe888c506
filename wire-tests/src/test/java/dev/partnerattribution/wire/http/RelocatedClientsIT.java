package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.Doctor;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Receipts;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import dev.partnerattribution.wire.program.SeveralPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that the Maven Shade plugin has relocated, beside the same where they were published, in one class loader. */
class RelocatedClientsIT {
    private static final String RECEIPTS = "PARTNER_ATTRIBUTION_RECEIPTS";
    private static final String OTHER = "account.blob.core.windows.net";

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path directory;

    /** A client, and what is relocated; one of them loses the beginning of its name, as with several public jars. */
    static Stream<Arguments> clients() {
        return InTurn.each(List.of(
                Arguments.of(
                        Client.of("OkHttpProgram", "com.squareup.okhttp3:okhttp:3.14.9"),
                        "okhttp3=contoso.okhttp3,okio=contoso.okio"),
                Arguments.of(Clients.OKHTTP_4, "okhttp3=com.contoso.shaded.okhttp3"),
                Arguments.of(Clients.APACHE_4, "org.apache.http=contoso.internal.apache.http"),
                Arguments.of(Clients.NETTY_4, "io.netty=contoso.io.netty"),
                Arguments.of(Clients.JETTY, "org.eclipse.jetty=contoso.eclipse.jetty"),
                Arguments.of(Clients.KTOR_CIO, "io.ktor=contoso.io.ktor"),
                Arguments.of(Clients.REACTOR_NETTY, "reactor=contoso.reactor,io.netty=contoso.io.netty"),
                Arguments.of(
                        Client.of(
                                "AzureCoreProgram",
                                "com.azure:azure-core:1.61.0",
                                "com.azure:azure-core-http-jdk-httpclient:1.1.7"),
                        "com.azure=contoso.com.azure,reactor=contoso.reactor"),
                Arguments.of(
                        Client.of(
                                "AzureCoreProgram",
                                "com.azure:azure-core:1.61.0",
                                "com.azure:azure-core-http-okhttp:1.13.7"),
                        "com.azure=contoso.com.azure")));
    }

    @ParameterizedTest(name = "{0}, {1}, JDK {2}")
    @MethodSource("clients")
    void both_carry_the_tracking_id_to_azure_resource_manager_and_nowhere_else(
            Client client, String relocations, Jdk jdk) throws IOException {
        Path file = directory.resolve("receipts.jsonl");
        Files.writeString(
                Compiled.program(client.program(), client.compiledWith()).resolve("deploy.properties"),
                "endpoint=https://management.azure.com/\n");
        Path relocated = relocated(client, relocations);

        ProgramResult result = Way.AGENT
                .equip(both(client, classPath(client, relocated)))
                .environment(RECEIPTS, file.toString())
                .jdk(jdk)
                .run()
                .orFail();

        assertSent(result, file);
        assertThat(Doctor.ofAttributed(relocated.toString()).verdict()).isEqualTo("attributed");
    }

    /** The first, and a pipeline on a client that stays where it was: their own kinds of injected classes. */
    static Stream<Arguments> someClients() {
        List<Arguments> all = clients().toList();
        return Stream.of(all.get(0), all.get(all.size() - 1));
    }

    @ParameterizedTest(name = "{0}, {1}, JDK {2}")
    @MethodSource("someClients")
    void so_do_both_where_they_are_woven(Client client, String relocations, Jdk jdk) {
        Path file = directory.resolve("receipts.jsonl");
        WovenClassPath woven =
                WovenClassPath.of(classPath(client, relocated(client, relocations)), Way.GUID, directory);

        ProgramResult result = both(client, woven.entries())
                .jvmArguments("-Xverify:all")
                .environment(RECEIPTS, file.toString())
                .jdk(jdk)
                .run()
                .orFail();

        assertSent(result, file);
        assertThat(woven.problems()).isEmpty();
    }

    private static List<Path> classPath(Client client, Path relocated) {
        List<Path> classPath = new ArrayList<>(client.classPath());
        classPath.add(relocated);
        return classPath;
    }

    private static JavaProgram both(Client client, List<Path> classPath) {
        LoopbackArm arm = extension.arm();
        return JavaProgram.mainClass(SeveralPrograms.class.getName())
                .classPath(classPath)
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .arguments(
                        moved(client) + "," + client.program(),
                        arm.endpoint().toString(),
                        arm.endpoint(OTHER).toString());
    }

    private static String moved(Client client) {
        return "Relocated" + client.program();
    }

    private static void assertSent(ProgramResult result, Path file) {
        LoopbackArm arm = extension.arm();
        assertThat(Said.by(result)).isEmpty();
        assertThat(arm.requests().notToHost(OTHER)).hasSize(2);
        UserAgents.assertStamped(arm.requests().notToHost(OTHER));
        assertThat(arm.requests().toHost(OTHER)).hasSize(2);
        UserAgents.assertNotStamped(arm.requests().toHost(OTHER));
        assertThat(Receipts.in(file).seen())
                .containsExactlyInAnyOrderElementsOf(
                        Receipts.seenBy(arm.requests().notToHost(OTHER)));
        assertThat(Receipts.in(file).kind("connection")).isEmpty();
    }

    private Path relocated(Client client, String relocations) {
        Path jar = directory.resolve("relocated.jar");
        shade(client, jar, relocations + "," + client.program() + "=" + moved(client));
        return jar;
    }

    private static void shade(Client client, Path jar, String relocations) {
        List<Path> content = new ArrayList<>(client.libraries());
        content.add(Compiled.program(client.program(), client.compiledWith()));
        Client shader = Client.of(
                "ShadingProgram",
                "org.apache.maven.plugins:maven-shade-plugin:3.6.2",
                "org.apache.maven:maven-plugin-api:3.9.12",
                "commons-io:commons-io:2.21.0",
                "org.slf4j:slf4j-nop:2.0.17");
        shader.to(
                        extension.arm(),
                        jar.toString(),
                        content.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        relocations)
                .run()
                .orFail();
    }
}
