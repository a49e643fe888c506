import java.util.Map;
import java.util.Properties;
import org.jclouds.ContextBuilder;
import org.jclouds.azurecompute.arm.AzureComputeApi;

/** jclouds over the HTTP client that it has unless told otherwise. Argument: where Azure Resource Manager is. */
public final class JcloudsProgram {
    private static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    public static void main(String[] arguments) {
        Properties overrides = new Properties();
        overrides.putAll(Map.of(
                "jclouds.oauth.credential-type", "bearerTokenCredentials",
                "azurecompute-arm.tenantId", "tenant",
                "oauth.endpoint", "https://login.microsoftonline.com/tenant/oauth2/token", // asked for by old versions, and not used
                "jclouds.max-retries", "1"));
        AzureComputeApi api = ContextBuilder.newBuilder("azurecompute-arm")
                .endpoint(arguments[0] + "subscriptions/" + SUBSCRIPTION)
                .credentials("application", "token")
                .overrides(overrides)
                .buildApi(AzureComputeApi.class);
        api.getResourceGroupApi().create("jclouds", "westeurope", Map.of());
        System.out.println(api.getResourceGroupApi().list().size());
        System.exit(0);
    }
}
