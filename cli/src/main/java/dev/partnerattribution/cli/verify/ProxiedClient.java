package dev.partnerattribution.cli.verify;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An HTTP client that goes through the proxy of the environment, as az and curl do. The SDK by itself does not. */
final class ProxiedClient {
    private static final String[] VARIABLES = {
        Configuration.PROPERTY_HTTPS_PROXY, Configuration.PROPERTY_HTTP_PROXY, Configuration.PROPERTY_NO_PROXY
    };

    /** Only where this says true does the SDK look at the variables. */
    private static final String LOOK_AT_THEM = "java.net.useSystemProxies";

    /** This machine, and on a machine of Azure what hands out its managed identity. */
    private static final String NEVER_BY_PROXY = "localhost,127.0.0.1,169.254.169.254";

    /** Basic among them, the JDK sends no password to a proxy that it asks for a tunnel. */
    private static final String SCHEMES_NOT_SENT = "jdk.http.auth.tunneling.disabledSchemes";

    private ProxiedClient() {}

    static HttpClient of(Map<String, String> environment) {
        if (System.getProperty(SCHEMES_NOT_SENT) == null) {
            System.setProperty(SCHEMES_NOT_SENT, "");
        }
        Map<String, String> variables = variables(environment);
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        properties.put(LOOK_AT_THEM, "true");
        Configuration configuration =
                new ConfigurationBuilder(path -> Map.of(), path -> properties, path -> variables).build();
        return new JdkHttpClientBuilder().configuration(configuration).build();
    }

    /** With those of the proxy in capitals, as the SDK reads them. Some tools want them small, and so they are set. */
    private static Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        for (String name : VARIABLES) {
            String small = environment.get(name.toLowerCase(Locale.ROOT));
            if (small != null) {
                variables.putIfAbsent(name, small);
            }
        }
        variables.merge(Configuration.PROPERTY_NO_PROXY, NEVER_BY_PROXY, (theirs, ours) -> theirs + "," + ours);
        return variables;
    }
}
