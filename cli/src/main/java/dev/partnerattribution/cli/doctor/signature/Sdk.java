package dev.partnerattribution.cli.doctor.signature;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Libraries that are made for Azure Resource Manager: who has one on board has a way there. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are never changed
public enum Sdk {
    AZURE_CORE(
            "Azure SDK for Java",
            Client.AZURE_CORE,
            List.of(
                    "com.azure.resourcemanager:azure-resourcemanager",
                    "com.azure.resourcemanager:azure-resourcemanager-resources",
                    "com.azure:azure-core-management"),
            "com/azure/resourcemanager/",
            "com/azure/core/management/"),
    CLIENTCORE(
            "Azure SDK for Java, next generation",
            Client.CLIENTCORE,
            List.of("com.azure.v2:azure-core"),
            "com/azure/v2/core/",
            "com/azure/v2/resourcemanager/"),
    TRACK_1(
            "Azure SDK com.microsoft.azure 1.x (Track 1)",
            Client.OKHTTP,
            List.of(
                    "com.microsoft.azure:azure",
                    "com.microsoft.azure:azure-mgmt-resources",
                    "com.microsoft.azure:azure-client-runtime"),
            "com/microsoft/azure/AzureResponseBuilder"),
    VERSION_0_9(
            "Azure SDK com.microsoft.azure 0.9.x",
            Client.APACHE_4,
            List.of("com.microsoft.azure:azure-mgmt-resources", "com.microsoft.azure:azure-core"),
            "com/microsoft/windowsazure/core/ServiceClient"),
    JCLOUDS(
            "jclouds azurecompute-arm",
            Client.OKHTTP,
            List.of("org.apache.jclouds.provider:azurecompute-arm", "org.apache.jclouds.labs:azurecompute-arm"),
            "org/jclouds/azurecompute/arm/AzureComputeApi"),
    PULUMI(
            "Pulumi, whose engine sends the requests",
            null,
            List.of("com.pulumi:azure-native"),
            "com/pulumi/azurenative/",
            "com/pulumi/azure/"),
    CDKTF(
            "CDK for Terraform, for which Terraform sends the requests",
            null,
            List.of("com.hashicorp:cdktf-provider-azurerm"),
            "com/hashicorp/cdktf/providers/azurerm/");

    public static final List<Sdk> ALL = List.of(values());

    private final String label;
    private final @Nullable Client client;
    private final List<String> coordinates;
    private final List<ClassSignature> landmarks;

    Sdk(String label, @Nullable Client client, List<String> coordinates, String... landmarks) {
        this.label = label;
        this.client = client;
        this.coordinates = coordinates;
        this.landmarks = Arrays.stream(landmarks).map(ClassSignature::new).toList();
    }

    public String label() {
        return label;
    }

    /** What sends its requests unless told otherwise; null if that is no Java program. */
    @Nullable
    public Client client() {
        return client;
    }

    /** The Maven coordinates whose version is the library's, the best known first. */
    public List<String> coordinates() {
        return coordinates;
    }

    /** The package, ended by a slash, that was put before this library's names; null if the class is none of its. */
    @Nullable
    public String relocation(String className) {
        for (ClassSignature landmark : landmarks) {
            String relocation = landmark.relocation(className);
            if (relocation != null) {
                return relocation;
            }
        }
        return null;
    }

    /** Whether code that names this class uses it. */
    public boolean isNamed(String className) {
        return landmarks.stream().anyMatch(landmark -> landmark.matches(className));
    }
}
