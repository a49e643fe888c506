import com.microsoft.azure.AzureEnvironment;
import com.microsoft.azure.AzureResponseBuilder;
import com.microsoft.azure.credentials.AzureTokenCredentials;
import com.microsoft.azure.management.Azure;
import com.microsoft.azure.management.resources.fluentcore.arm.Region;
import com.microsoft.azure.serializer.AzureJacksonAdapter;
import com.microsoft.rest.RestClient;

/** The Azure SDK before the present one. Argument: where Azure Resource Manager is. */
public final class TrackOneProgram {
    private static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    public static void main(String[] arguments) {
        RestClient client = new RestClient.Builder()
                .withBaseUrl(arguments[0])
                .withSerializerAdapter(new AzureJacksonAdapter())
                .withResponseBuilderFactory(new AzureResponseBuilder.Factory())
                .withCredentials(new AzureTokenCredentials(AzureEnvironment.AZURE, "tenant") {
                    @Override
                    public String getToken(String resource) {
                        return "token";
                    }
                })
                .build();
        Azure azure = Azure.authenticate(client, "tenant").withSubscription(SUBSCRIPTION);
        azure.resourceGroups().define("track-one").withRegion(Region.EUROPE_WEST).create();
        System.out.println(azure.resourceGroups().list().size());
        System.exit(0);
    }
}
