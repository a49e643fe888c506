package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import dev.partnerattribution.wire.Brief;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Said;
import dev.partnerattribution.wire.UserAgents;
import dev.partnerattribution.wire.Way;
import dev.partnerattribution.wire.WovenClassPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A program that asks much of the JDK's own clients, as it is and woven: but for the tracking ID it is the same on the wire. */
class WovenJdkClientsIT {
    private static final String OTHER = "account.blob.core.windows.net";

    /** From which on a client leaves what belongs to one host behind when it is redirected to another. */
    private static final int CAREFUL = 25;

    @RegisterExtension
    static final ArmExtension extension =
            ArmExtension.create(LoopbackArm.builder().hosts(OTHER));

    @TempDir
    Path folder;

    /** What the server saw, and what the program printed. */
    private record Run(RecordedRequests requests, ProgramResult result) {
        List<String> seen() {
            return requests.stream().map(Run::line).toList();
        }

        private static String line(RecordedRequest request) {
            List<String> own = Stream.of("Cookie", "Cookie2", "Authorization", "Origin", "Referer", "X-Own")
                    .filter(name -> request.header(name).isPresent())
                    .toList();
            return request.method() + " " + request.host() + request.path() + " " + own + " " + request.body();
        }
    }

    @Test
    void it_sends_the_same_and_sees_the_same() throws Exception {
        Jdk newest = InTurn.jdks().get(InTurn.jdks().size() - 1);
        assumeTrue(
                newest.version() >= CAREFUL,
                "SKIPPED: no JDK from 25 on is installed, with which a woven program is compared");
        List<Path> original = List.of(compiled(newest));
        WovenClassPath woven = WovenClassPath.of(original, Way.GUID, folder);

        Run asItIs = run(newest, original);
        Run attributed = run(newest, woven.entries());

        assertThat(woven.problems()).isEmpty();
        assertThat(Said.by(attributed.result())).isEmpty();
        assertThat(attributed.result().stdout()).isEqualTo(asItIs.result().stdout());
        assertThat(attributed.seen()).isEqualTo(asItIs.seen());
        assertThat(asItIs.result().stdout()).contains("patch: PATCH", "before the end: ", "child: 4dc3bc6c6c65720a");
        assertThat(asItIs.seen()).contains("GET " + OTHER + "/jdk/client/away [X-Own] ");
        UserAgents.assertStamped(attributed.requests().notToHost(OTHER));
        UserAgents.assertNotStamped(attributed.requests().toHost(OTHER));
    }

    /** By its own compiler: the oldest does not know all that it calls. */
    private Path compiled(Jdk jdk) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Process compiler = new ProcessBuilder(
                        jdk.program("javac").toString(),
                        "-nowarn",
                        "-d",
                        classes.toString(),
                        Compiled.source("JdkClientsProgram").toString())
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        return classes;
    }

    private static Run run(Jdk jdk, List<Path> classPath) {
        LoopbackArm arm = extension.arm();
        arm.reset();
        arm.next(1).at("/connection/away").answer(Fault.redirectToHost(302, OTHER));
        arm.next(1).at("/connection/port").answer(Fault.redirect(307, URI.create(arm.endpoint(OTHER) + "jdk/port")));
        arm.next(9).at("/connection/circle").answer(toItself(arm, "jdk/connection/circle"));
        arm.next(1).at("/client/away").answer(Fault.redirectToHost(302, OTHER));
        arm.next(9).at("/client/circle").answer(toItself(arm, "jdk/client/circle"));
        ProgramResult result = JavaProgram.mainClass("JdkClientsProgram")
                .jdk(jdk)
                .classPath(classPath)
                .jvmArguments(arm.jvmArguments())
                .jvmArguments(Brief.JVM)
                .jvmArguments("--add-opens=java.base/java.net=ALL-UNNAMED")
                .jvmArguments("--add-opens=java.base/sun.net.www.protocol.https=ALL-UNNAMED")
                .systemProperty("http.maxRedirects", "3")
                .systemProperty("jdk.httpclient.redirects.retrylimit", "3")
                .environment("LC_ALL", "C")
                .environment("NAME_WITH_UMLAUT", "Müller")
                .arguments(arm.endpoint().toString())
                .run()
                .orFail();
        return new Run(arm.requests(), result);
    }

    private static Fault toItself(LoopbackArm arm, String path) {
        return Fault.redirect(302, URI.create(arm.endpoint() + path));
    }
}
