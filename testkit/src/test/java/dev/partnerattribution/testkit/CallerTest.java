package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    private static final StackTraceElement[] DEPLOYING =
            stack("java.lang.Object", "com.azure.resourcemanager.Groups", "com.contoso.Deployer", "com.contoso.Main");

    @Test
    void the_innermost_line_of_the_program_is_named_with_the_client_it_called() {
        assertThat(Caller.onlyOneOf(Map.of(new Thread("deployer"), DEPLOYING)))
                .map(Caller::toString)
                .contains("meanwhile deployer waited for azure-core at com.contoso.Deployer.run(File.java:7)");
    }

    @ParameterizedTest
    @CsvSource({
        "com.azure.core.http.HttpPipeline, azure-core",
        "com.microsoft.azure.management.Azure, the first Azure SDK",
        "jdk.internal.net.http.HttpClientFacade, java.net.http",
        "java.net.HttpURLConnection, HttpURLConnection",
        "sun.net.www.protocol.https.HttpsURLConnectionImpl, HttpURLConnection",
        "okhttp3.internal.connection.RealCall, OkHttp",
        "org.apache.http.impl.client.CloseableHttpClient, Apache HttpClient",
        "org.apache.hc.client5.http.impl.classic.CloseableHttpClient, Apache HttpClient"
    })
    void each_client_has_its_name(String called, String name) {
        assertThat(Caller.onlyOneOf(Map.of(new Thread(), stack("java.lang.Object", called, "com.contoso.Deployer"))))
                .map(Caller::route)
                .contains(name);
    }

    @Test
    void threads_of_libraries_and_of_a_program_that_waits_for_something_else_count_for_nothing() {
        assertThat(Caller.onlyOneOf(Map.of(
                        new Thread("deployer"), DEPLOYING,
                        new Thread("netty"), stack("sun.nio.ch.EPoll", "io.netty.channel.Loop", "java.lang.Thread"),
                        new Thread("sleeper"), stack("java.lang.Thread", "com.contoso.Watch"),
                        new Thread("busy"), stack("com.contoso.Compute"),
                        new Thread("new"), stack())))
                .map(Caller::thread)
                .contains("deployer");
    }

    @Test
    void of_two_none_is_named() {
        assertThat(Caller.onlyOneOf(Map.of(new Thread("one"), DEPLOYING, new Thread("two"), DEPLOYING)))
                .isEmpty();
    }

    private static StackTraceElement[] stack(String... types) {
        return Stream.of(types)
                .map(type -> new StackTraceElement(type, "run", "File.java", 7))
                .toArray(StackTraceElement[]::new);
    }
}
