package dev.partnerattribution.cli.id;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tool takes a tracking ID, and how to write it for it.
 *
 * @param tool its name
 * @param accepted whether it has a setting of its own that takes this ID
 * @param spellings what to write: one of these; where it is not accepted, the way round
 * @param trap what goes wrong with it, or the empty text
 */
record Acceptance(String tool, boolean accepted, List<String> spellings, String trap) {
    /** The only marketplace form that azurerm lets through; it looks at the case of all but the GUID. */
    private static final Pattern OF_AZURERM =
            Pattern.compile("pid-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}-partnercenter");

    private static final String APPEND =
            "put it before what is already there, and never last: some tools glue theirs to it";

    static List<Acceptance> of(TrackingId id) {
        String token = id.token();
        String guid = id.guid();
        return List.of(
                azurerm(token, guid),
                ofBareGuid("azapi", "partner_id = ", "TERRAFORM", token, guid),
                ofBareGuid("Pulumi", "pulumi config set azure-native:partnerId ", "PULUMI", token, guid),
                taken("az", APPEND, "AZURE_HTTP_USER_AGENT=" + token),
                taken(
                        "PowerShell",
                        "a space in the value loses all of it; no other variable is read",
                        "AZUREPS_HOST_ENVIRONMENT=" + token),
                taken("azd", APPEND, "AZURE_DEV_USER_AGENT=" + token),
                taken(
                        "Python",
                        "one of the two: with both it is sent twice",
                        "user_agent=\"" + token + "\"",
                        "AZURE_HTTP_USER_AGENT=" + token),
                guid == null
                        ? taken("this product", "", "trackingId = \"" + token + "\"", "tracking-id=" + token)
                        : taken("this product", "", "guid = \"" + guid + "\"", "guid=" + guid));
    }

    private static Acceptance azurerm(String token, @Nullable String guid) {
        if (guid == null && !OF_AZURERM.matcher(token).matches()) {
            return refused("azurerm", "as partner_id it makes the provider abort", "TERRAFORM", token);
        }
        String id = guid == null ? token : guid;
        return taken(
                "azurerm",
                "without one Terraform's own is sent",
                "partner_id = \"" + id + "\"",
                "ARM_PARTNER_ID=" + id);
    }

    private static Acceptance ofBareGuid(
            String tool, String setting, String family, String token, @Nullable String guid) {
        if (guid == null) {
            return refused(tool, "it takes a bare GUID only", family, token);
        }
        String value = setting.endsWith("= ") ? "\"" + guid + "\"" : guid;
        return taken(tool, "bare: with pid- before it, pid-pid- is sent", setting + value, "ARM_PARTNER_ID=" + guid);
    }

    private static Acceptance taken(String tool, String trap, String... spellings) {
        return new Acceptance(tool, true, List.of(spellings), trap);
    }

    private static Acceptance refused(String tool, String why, String family, String token) {
        return new Acceptance(
                tool,
                false,
                List.of("AZURE_HTTP_USER_AGENT=" + token + " ARM_DISABLE_" + family + "_PARTNER_ID=true"),
                why);
    }
}
