package dev.partnerattribution.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import dev.partnerattribution.ProgramLoaders;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What azure-core asks whenever it builds a pipeline: whatever goes wrong, the program gets a policy that does no harm. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class AttributionPolicyProviderTest {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    static Path directory;

    private static String userAgentWith(HttpPipelinePolicy policy) {
        HttpRequest request = new HttpRequest(HttpMethod.GET, "https://management.azure.com/subscriptions");
        request.setHeader(HttpHeaderName.USER_AGENT, "sdk/1");
        new HttpPipelineBuilder()
                .policies(policy)
                .httpClient(sent -> Mono.empty())
                .build()
                .sendSync(request, Context.NONE);
        return request.getHeaders().getValue(HttpHeaderName.USER_AGENT);
    }

    @ParameterizedTest
    @MethodSource
    void whatever_is_wrong_the_policy_does_nothing_and_one_line_says_why(Runnable wrong) {
        wrong.run();

        for (int i = 0; i < 100; i++) {
            assertThat(userAgentWith(new AttributionPolicyProvider().create())).isEqualTo("sdk/1");
        }

        assertThat(sandbox.said()).singleElement().asString().startsWith("partner-attribution: off: ");
    }

    static Stream<Named<Runnable>> whatever_is_wrong_the_policy_does_nothing_and_one_line_says_why() {
        return Stream.of(
                named("a malformed ID", () -> System.setProperty("partner.attribution.guid", "7")),
                named("an unknown option", () -> System.setProperty("partner.attribution.agent", "vebose")),
                named("a service file that names a missing class", () -> configuredBy("com.example.Gone")),
                named("a service file that names a throwing class", () -> configuredBy(fixture("Throwing"))),
                named("a configuration that throws", () -> configuredBy(fixture("Failing"))),
                named("two configurations", () -> configuredBy(fixture("Deploy"), fixture("Teardown"))),
                named("no permission to read properties", () -> Sandbox.forbidProperties("no properties")),
                named("no permission to read service files", () -> context(new Forbidding())));
    }

    private static String fixture(String name) {
        return "dev.partnerattribution.internal.ResolvedAttributionTest$" + name;
    }

    private static void configuredBy(String... classNames) {
        context(ProgramLoaders.configuredBy(directory, classNames));
    }

    private static void context(ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
    }

    @Test
    void each_application_gets_its_own_attribution() {
        configuredBy(fixture("Teardown"));
        assertThat(userAgentWith(new AttributionPolicyProvider().create()))
                .isEqualTo("sdk/1 pid-fabrikam-offer-partnercenter");

        context(new ClassLoader(getClass().getClassLoader()) {});
        assertThat(userAgentWith(new AttributionPolicyProvider().create())).isEqualTo("sdk/1");
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void a_thread_without_a_context_class_loader_gets_a_policy() {
        context(null);

        assertThat(new AttributionPolicyProvider().create()).isNotNull();
    }

    @Test
    void a_thread_that_may_not_tell_its_context_class_loader_gets_a_policy() throws Exception {
        FutureTask<HttpPipelinePolicy> created = new FutureTask<>(new AttributionPolicyProvider()::create);
        Thread thread = new Thread(created) {
            @Override
            public ClassLoader getContextClassLoader() {
                throw new SecurityException("access denied");
            }
        };

        thread.start();

        assertThat(created.get()).isNotNull();
    }

    @Test
    void a_program_without_stderr_gets_a_policy() {
        System.setProperty("partner.attribution.guid", "7");
        System.setErr(null);

        assertThat(new AttributionPolicyProvider().create()).isNotNull();
    }

    private static final class Forbidding extends ClassLoader {
        Forbidding() {
            super(null);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            throw new SecurityException("access denied");
        }
    }
}
