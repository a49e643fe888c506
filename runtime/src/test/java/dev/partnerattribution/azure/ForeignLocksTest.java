package dev.partnerattribution.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** With the runtime jar alone; with the agent the wire tests try this. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class ForeignLocksTest {
    private static final int SECONDS = 20;

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    /** It waits for another thread's policy, as it would for a lock which that thread holds. */
    @Test
    void a_policy_is_made_while_the_class_loader_of_another_thread_is_asked() throws Exception {
        CompletableFuture<HttpPipelinePolicy> other = new CompletableFuture<>();
        Thread.currentThread().setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                Thread thread = new Thread(() -> other.complete(new AttributionPolicyProvider().create()));
                thread.setContextClassLoader(getParent());
                thread.start();
                waitFor(other);
                return super.getResources(name);
            }
        });

        assertThat(new AttributionPolicyProvider().create()).isNotNull();
        assertThat(other).isCompleted();
    }

    private static void waitFor(CompletableFuture<?> other) throws IOException {
        try {
            other.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // told by who asks whether it is completed
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }
}
