import com.hazelcast.azure.AzureDiscoveryStrategyFactory;
import com.hazelcast.logging.Logger;
import com.hazelcast.spi.discovery.DiscoveryStrategy;
import java.util.Map;

/** A member that looks for the others among the machines that Azure Resource Manager knows. */
public final class HazelcastProgram {
    public static void main(String[] none) {
        DiscoveryStrategy discovery = new AzureDiscoveryStrategyFactory()
                .newDiscoveryStrategy(
                        null,
                        Logger.getLogger(HazelcastProgram.class),
                        Map.of(
                                "instance-metadata-available", false,
                                "client-id", "application",
                                "client-secret", "secret",
                                "tenant-id", "00000000-0000-4000-8000-000000000002",
                                "subscription-id", "00000000-0000-4000-8000-000000000001",
                                "resource-group", "hazelcast"));
        System.out.println(discovery.discoverNodes());
        System.exit(0);
    }
}
