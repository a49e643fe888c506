package dev.partnerattribution.cli.id;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a tool takes a tracking ID, and how to write it for it.
 *
 * @param tool its name
 * @param accepted whether it has a setting of its own that takes this ID
 * @param spelling what to write; where it is not accepted, the way round
 * @param trap what goes wrong with it, or the empty text
 */
record Acceptance(String tool, boolean accepted, String spelling, String trap) {
    /** The only marketplace form that azurerm lets through; it looks at the case of all but the GUID. */
    private static final Pattern OF_AZURERM =
            Pattern.compile("pid-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}-partnercenter");

    static List<Acceptance> of(TrackingId id) {
        String token = id.token();
        String guid = id.guid();
        return List.of(
                azurerm(
                        guid == null ? token : guid,
                        guid != null || OF_AZURERM.matcher(token).matches(),
                        token),
                guid == null
                        ? new Acceptance("azapi", false, aroundTerraform(token), "takes a bare GUID only")
                        : new Acceptance(
                                "azapi",
                                true,
                                "partner_id = \"" + guid + "\", or ARM_PARTNER_ID=" + guid,
                                "with pid- before it, pid-pid- is sent"),
                guid == null
                        ? new Acceptance(
                                "Pulumi",
                                false,
                                "AZURE_HTTP_USER_AGENT=" + token + " with ARM_DISABLE_PULUMI_PARTNER_ID=true",
                                "takes a bare GUID only")
                        : new Acceptance(
                                "Pulumi",
                                true,
                                "azure-native:partnerId " + guid + ", or ARM_PARTNER_ID=" + guid,
                                "with pid- before it, pid-pid- is sent"),
                new Acceptance("az", true, "AZURE_HTTP_USER_AGENT=" + token, "append it to what is already there"),
                new Acceptance(
                        "PowerShell",
                        true,
                        "AZUREPS_HOST_ENVIRONMENT=" + token,
                        "a space in the value loses the whole; reads no other variable"),
                new Acceptance("azd", true, "AZURE_DEV_USER_AGENT=" + token, "append it to what is already there"),
                new Acceptance(
                        "Python",
                        true,
                        "user_agent=\"" + token + "\", or AZURE_HTTP_USER_AGENT=" + token,
                        "one of the two: with both it is sent twice"),
                new Acceptance(
                        "this product",
                        true,
                        guid == null
                                ? "trackingId = \"" + token + "\", or tracking-id=" + token
                                : "guid = \"" + guid + "\", or guid=" + guid,
                        ""));
    }

    private static Acceptance azurerm(String spelling, boolean accepted, String token) {
        return accepted
                ? new Acceptance(
                        "azurerm",
                        true,
                        "partner_id = \"" + spelling + "\", or ARM_PARTNER_ID=" + spelling,
                        "without one it sends Terraform's own")
                : new Acceptance("azurerm", false, aroundTerraform(token), "aborts with it as partner_id");
    }

    private static String aroundTerraform(String token) {
        return "AZURE_HTTP_USER_AGENT=" + token + " with ARM_DISABLE_TERRAFORM_PARTNER_ID=true";
    }
}
