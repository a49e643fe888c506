package dev.partnerattribution.testkit.internal.login;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.arm.Subscriptions;
import dev.partnerattribution.testkit.internal.http.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration directory of an Azure CLI that is logged in to a server here; made when it is first asked for. */
public final class AzureCliDirectory implements AutoCloseable {

    private static final String CLOUD = "LoopbackArm";
    static final String CLIENT_ID = "00000000-0000-4000-8000-000000000003";

    /** The Azure CLI writes this file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final URI endpoint;
    private final Path certificate;
    private final Thread leaveWithTheJvm = new Thread(this::remove);
    private Optional<Path> directory = Optional.empty();

    public AzureCliDirectory(URI endpoint, Path certificate) {
        this.endpoint = endpoint;
        this.certificate = certificate;
    }

    public synchronized Map<String, String> environment() {
        if (directory.isEmpty()) {
            try {
                Path made = Files.createTempDirectory("loopback-arm-az");
                directory = Optional.of(made);
                Runtime.getRuntime().addShutdownHook(leaveWithTheJvm);
                write(made);
            } catch (IOException e) {
                throw new UncheckedIOException("no configuration for az could be written", e);
            }
        }
        return Map.of("AZURE_CONFIG_DIR", directory.get().toString(), "REQUESTS_CA_BUNDLE", certificate.toString());
    }

    private void write(Path into) throws IOException {
        Files.writeString(into.resolve("azureProfile.json"), BYTE_ORDER_MARK + profile());
        Files.writeString(
                into.resolve("service_principal_entries.json"), principals().toString());
        Files.writeString(
                into.resolve("clouds.config"),
                """
                [%s]
                endpoint_resource_manager = %s
                endpoint_management = %2$s
                endpoint_active_directory = %2$s%s
                endpoint_active_directory_resource_id = %2$s
                """
                        .formatted(CLOUD, endpoint, LogIn.PATH.substring(1)));
        // Telemetry and extensions would be fetched from and sent to the outside.
        Files.writeString(
                into.resolve("config"),
                """
                [cloud]
                name = %s
                [core]
                collect_telemetry = no
                [auto-upgrade]
                enable = no
                [extension]
                use_dynamic_install = no
                """
                        .formatted(CLOUD));
    }

    private static ObjectNode profile() {
        ObjectNode profile = Json.object();
        ObjectNode subscription = profile.putArray("subscriptions")
                .addObject()
                .put("id", Subscriptions.ONLY)
                .put("name", "Loopback")
                .put("state", "Enabled")
                .put("tenantId", Subscriptions.TENANT_ID)
                .put("homeTenantId", Subscriptions.TENANT_ID)
                .put("environmentName", CLOUD)
                .put("isDefault", true);
        subscription.putArray("managedByTenants");
        subscription.putObject("user").put("name", CLIENT_ID).put("type", "servicePrincipal");
        return profile;
    }

    private static ArrayNode principals() {
        ArrayNode principals = JsonNodeFactory.instance.arrayNode();
        principals
                .addObject()
                .put("client_id", CLIENT_ID)
                .put("tenant", Subscriptions.TENANT_ID)
                .put("client_secret", LogIn.SECRET);
        return principals;
    }

    @Override
    public synchronized void close() {
        if (directory.isPresent()) {
            try {
                Runtime.getRuntime().removeShutdownHook(leaveWithTheJvm);
            } catch (IllegalStateException ends) {
                // The JVM is about to call it.
            }
            remove();
        }
    }

    /** The Azure CLI leaves files of its own there, and perhaps a process that still writes: what won't go, stays. */
    private synchronized void remove() {
        if (directory.isPresent()) {
            try (Stream<Path> files = Files.walk(directory.get())) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException | UncheckedIOException gone) {
                // Somebody else has removed it.
            }
        }
        directory = Optional.empty();
    }
}
