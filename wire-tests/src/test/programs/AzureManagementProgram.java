import com.microsoft.azure.management.resources.ResourceManagementClient;
import com.microsoft.azure.management.resources.ResourceManagementService;
import com.microsoft.azure.management.resources.models.ResourceGroup;
import com.microsoft.windowsazure.Configuration;
import com.microsoft.windowsazure.management.configuration.ManagementConfiguration;
import java.net.URI;

/** The first SDK that knew Azure Resource Manager, which is nowhere but at https://management.azure.com for it. */
public final class AzureManagementProgram {
    private static final String SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";

    public static void main(String[] none) throws Exception {
        Configuration configuration = ManagementConfiguration.configure(
                null, new Configuration(), URI.create("https://management.azure.com/"), SUBSCRIPTION, "token");
        ResourceManagementClient client = ResourceManagementService.create(configuration);
        client.getResourceGroupsOperations().createOrUpdate("first", new ResourceGroup("westeurope"));
        System.out.println(client.getResourceGroupsOperations()
                .list(null)
                .getResourceGroups()
                .size());
        System.exit(0);
    }
}
