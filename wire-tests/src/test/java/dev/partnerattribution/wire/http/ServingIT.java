package dev.partnerattribution.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.wire.InTurn;
import dev.partnerattribution.wire.Jars;
import dev.partnerattribution.wire.Way;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers on libraries that are clients too, which serve and call nobody, are left as they are. */
class ServingIT {
    /** Requests that each server answers. */
    private static final int ANSWERS = 6;

    @TempDir
    Path directory;

    static Stream<Arguments> servers() {
        return InTurn.each(Stream.of(
                        Client.of("NettyServerProgram", "io.netty:netty-codec-http:4.2.20.Final"),
                        Client.of(
                                "JettyServerProgram",
                                "org.eclipse.jetty:jetty-server:12.1.14",
                                "org.slf4j:slf4j-nop:2.0.17"),
                        Client.of("UndertowServerProgram", "io.undertow:undertow-core:2.3.18.Final"))
                .map(Arguments::of)
                .toList());
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("servers")
    void a_server_is_untouched(Client server, Jdk jdk) {
        Path file = directory.resolve("receipts.jsonl");

        ProgramResult without = server.toAny().jdk(jdk).run().orFail();
        ProgramResult with = server.toAny()
                .jdk(jdk)
                .agent(Jars.AGENT, "guid=" + Way.GUID + ",receipts=" + file)
                .run()
                .orFail();

        assertThat(undated(with)).isEqualTo(undated(without));
        assertThat(with.stdout())
                .containsSubsequence("GET /first", "PUT /body", "POST /chunks", "GET /missing", "GET /long");
        assertThat(with.stdout().split("HTTP/1\\.1 ", -1)).hasSize(1 + ANSWERS);
        assertThat(with.stdout()).contains("deploy/1.0 (by hand)").doesNotContain("pid-");
        assertThat(with.stderr()).isEmpty();
        assertThat(file).doesNotExist();
    }

    private static String undated(ProgramResult result) {
        return result.stdout().replaceAll("(?m)^Date: .*\\R", "");
    }
}
