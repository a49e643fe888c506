package dev.partnerattribution.cli.verify;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.resources.ResourceManager;
import java.io.PrintWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the way to Azure, with whatever log-in {@code DefaultAzureCredential} finds. No request is sent yet. */
final class LogIn {
    private static final int TOO_MANY_REQUESTS = 429;

    private LogIn() {}

    /** @param armEndpoint another address of Azure Resource Manager than the cloud's own, or null */
    static Deployments to(Cloud cloud, @Nullable URI armEndpoint, PrintWriter err) {
        AzureEnvironment environment = environment(cloud, armEndpoint);
        HttpClient client = ProxiedClient.of(System.getenv());
        var credential = new DefaultAzureCredentialBuilder()
                .authorityHost(environment.getActiveDirectoryEndpoint())
                .httpClient(client)
                .build();
        ResourceManager manager = ResourceManager.configure()
                .withHttpClient(client)
                .withPolicy(new PatienceNotice(err))
                .authenticate(credential, new AzureProfile(environment))
                // Each path names its scope by itself.
                .withSubscription("");
        return new AzureDeployments(manager.deploymentClient());
    }

    private static AzureEnvironment environment(Cloud cloud, @Nullable URI armEndpoint) {
        AzureEnvironment environment =
                switch (cloud) {
                    case PUBLIC -> AzureEnvironment.AZURE;
                    case USGOV -> AzureEnvironment.AZURE_US_GOVERNMENT;
                    case CHINA -> AzureEnvironment.AZURE_CHINA;
                };
        if (armEndpoint == null) {
            return environment;
        }
        Map<String, String> endpoints = new HashMap<>(environment.getEndpoints());
        String url = armEndpoint.toString();
        endpoints.put("resourceManagerEndpointUrl", url.endsWith("/") ? url : url + "/");
        return new AzureEnvironment(endpoints);
    }

    /** Says why nothing happens while the SDK waits by itself for its turn. */
    private record PatienceNotice(PrintWriter err) implements HttpPipelinePolicy {
        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            return next.process().doOnNext(response -> {
                if (response.getStatusCode() == TOO_MANY_REQUESTS) {
                    String seconds = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
                    err.println("Azure asks to wait" + (seconds == null ? "" : " " + seconds + " s") + " (429)");
                }
            });
        }
    }
}
