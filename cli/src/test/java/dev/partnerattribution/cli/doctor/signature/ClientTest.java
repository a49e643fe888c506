package dev.partnerattribution.cli.doctor.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.doctor.scanning.Versions;
import dev.partnerattribution.internal.options.Route;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClientTest {
    @Test
    void each_route_has_a_client() {
        assertThat(Arrays.stream(Client.values()).map(Client::route))
                .containsAll(EnumSet.complementOf(EnumSet.of(Route.TLS))); // by which nothing is stamped
    }

    /** What a route says of its versions is a sentence; it is read where there are versions at all. */
    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HTTP_URL_CONNECTION", "JAVA_NET_HTTP", "CHILD_PROCESSES", "TLS"})
    void the_versions_of_each_route_are_understood(Route route) {
        assertThat(Versions.doubtOf(route, "0.0.1")).isEqualTo(Versions.Doubt.OLDER);
        assertThat(Versions.doubtOf(route, "999")).isEqualTo(Versions.Doubt.NEWER);
        assertThat(Versions.doubtOf(route, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AZURE_CORE, 1.0.0,",
        "AZURE_CORE, 1.61.0,",
        "AZURE_CORE, 1.9.0,",
        "AZURE_CORE, 1.62.0, NEWER",
        "CLIENTCORE, 1.0.0-beta.9, OLDER",
        "CLIENTCORE, 1.0.0-beta.11,",
        "CLIENTCORE, 1.0.0, NEWER",
        "REACTOR_NETTY, 0.9.0.RELEASE,",
        "REACTOR_NETTY, 0.8.23.RELEASE, OLDER",
        "VERTX, 3.9.16, OLDER",
        "OKHTTP, unspecified,",
    })
    void versions_are_compared_as_numbers(Route route, String version, Versions.Doubt doubt) {
        assertThat(Versions.doubtOf(route, version)).isEqualTo(doubt);
    }

    @ParameterizedTest
    @CsvSource({
        "com/azure/core/http/HttpPipeline, ''",
        "com/contoso/shaded/com/azure/core/http/HttpPipeline, com/contoso/shaded/com/",
        "shaded/azure/core/http/HttpPipeline, shaded/",
        "com/azure/core/http/HttpPipelineBuilder,",
        "io/clientcore/core/http/pipeline/HttpPipeline,",
    })
    void a_library_is_known_by_its_landmark_wherever_it_was_moved(String className, String relocation) {
        assertThat(Client.AZURE_CORE.relocation(className)).isEqualTo(relocation);
    }
}
