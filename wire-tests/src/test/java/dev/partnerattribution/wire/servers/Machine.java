package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.Brief;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;

/** What the tests need of the machine. */
final class Machine {
    private Machine() {}

    /** Every JDK that the servers are started on. */
    static Stream<Jdk> jdks() {
        return Jdks.installed().stream().filter(jdk -> jdk.version() >= 17);
    }

    /** Runs a program to a good end, with more time than usual: others may start their servers at the moment. */
    static ProgramResult run(JavaProgram program) {
        return program.jvmArguments(Brief.JVM)
                .timeLimit(Duration.ofMinutes(4))
                .run()
                .orFail();
    }

    /** A port of the loopback address on which nobody listens. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
