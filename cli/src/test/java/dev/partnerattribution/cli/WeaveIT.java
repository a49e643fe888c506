package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.Jar.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program woven, started and looked at by the jar alone, as the page on it says. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WeaveIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String PROGRAM =
            """
            package app;

            import java.net.HttpURLConnection;
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse.BodyHandlers;

            public class Main {
                public static void main(String[] args) throws Exception {
                    URI groups = URI.create("https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001"
                            + "/resourcegroups?api-version=2021-04-01");
                    ((HttpURLConnection) groups.toURL().openConnection()).getResponseCode();
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(groups).build(), BodyHandlers.ofString());
                    System.out.println(Main.class.getModule());
                }
            }
            """;

    @TempDir
    Path folder;

    private static void run(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
                .isZero();
    }

    /** Packed by the JDK's own tool, which lists the packages of a module in its declaration. */
    private String module() throws IOException {
        Path info =
                Files.writeString(folder.resolve("module-info.java"), "module contoso.app { requires java.net.http; }");
        Path source = Files.writeString(folder.resolve("Main.java"), PROGRAM);
        String classes = folder.resolve("classes").toString();
        String jar = folder.resolve("app.jar").toString();
        run("javac", "-proc:none", "-d", classes, info.toString(), source.toString());
        run("jar", "--create", "--file", jar, "--main-class", "app.Main", "-C", classes, ".");
        return jar;
    }

    private static Result emulate(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("emulate", "--expect", GUID, "--port"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            arguments.add(Integer.toString(socket.getLocalPort()));
        }
        arguments.add("--");
        arguments.add(Jar.JAVA);
        arguments.addAll(List.of(command));
        return Jar.run(arguments.toArray(String[]::new));
    }

    @Test
    void clients_of_the_jdk_carry_the_id_in_a_named_module_and_in_none() throws IOException {
        String woven = folder.resolve("woven.jar").toString();
        Result weave = Jar.run("weave", module(), "-o", woven, "--guid", GUID);
        Result asModule = emulate("-p", woven, "-m", "contoso.app");
        Result asJar = emulate("-jar", woven);

        assertThat(weave.exitCode()).as(weave.err()).isZero();
        assertThat(asModule.exitCode()).as(asModule.err()).isZero();
        assertThat(asModule.out()).isEqualTo("module contoso.app\n");
        assertThat(asModule.err())
                .contains("emulate: 2 ARM requests, 2 with pid-" + GUID)
                .doesNotContain("partner-attribution");
        assertThat(asJar.exitCode()).as(asJar.err()).isZero();
    }
}
