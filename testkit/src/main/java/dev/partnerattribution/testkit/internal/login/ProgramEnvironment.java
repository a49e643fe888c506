package dev.partnerattribution.testkit.internal.login;

import dev.partnerattribution.testkit.internal.arm.Subscriptions;
import dev.partnerattribution.testkit.internal.tls.TrustFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables by which a program, unchanged and of whatever language, deploys to a server here. */
public final class ProgramEnvironment {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String JAVA_TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final int port;
    private final TrustFiles files;
    private final Map<String, String> azureCli;

    public ProgramEnvironment(int port, TrustFiles files, Map<String, String> azureCli) {
        this.port = port;
        this.files = files;
        this.azureCli = azureCli;
    }

    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(azureCli);
        set(variables, "http://" + LOOPBACK + ":" + port, "HTTPS_PROXY", "https_proxy");
        set(variables, "localhost," + LOOPBACK, "NO_PROXY", "no_proxy");
        set(
                variables,
                files.pem().toString(),
                "REQUESTS_CA_BUNDLE", // Python
                "SSL_CERT_FILE", // OpenSSL, hence Go, .NET and Ruby
                "CURL_CA_BUNDLE",
                "NODE_EXTRA_CA_CERTS");
        for (String prefix : List.of("AZURE_", "ARM_")) {
            variables.put(prefix + "TENANT_ID", Subscriptions.TENANT_ID);
            variables.put(prefix + "SUBSCRIPTION_ID", Subscriptions.ONLY);
            variables.put(prefix + "CLIENT_ID", AzureCliDirectory.CLIENT_ID);
            variables.put(prefix + "CLIENT_SECRET", LogIn.SECRET);
        }
        variables.put("IDENTITY_ENDPOINT", "http://localhost:" + port + LogIn.MANAGED_IDENTITY);
        variables.put("IDENTITY_HEADER", LogIn.SECRET);
        variables.put(JAVA_TOOL_OPTIONS, javaOptions());
        return Map.copyOf(variables);
    }

    /** The last one of a property counts, so what the process has there comes first. */
    private String javaOptions() {
        Stream<String> ours = Stream.concat(
                        files.jvmArguments().stream(),
                        Stream.of("-Dhttps.proxyHost=" + LOOPBACK, "-Dhttps.proxyPort=" + port))
                .map(option -> option.contains(" ") || option.contains("'") ? "\"" + option + "\"" : option);
        return Stream.concat(Stream.ofNullable(System.getenv(JAVA_TOOL_OPTIONS)), ours)
                .collect(Collectors.joining(" "));
    }

    private static void set(Map<String, String> variables, String value, String... names) {
        for (String name : names) {
            variables.put(name, value);
        }
    }
}
