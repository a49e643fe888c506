package dev.partnerattribution.internal.children;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.Variables;
import dev.partnerattribution.internal.useragent.Stamp;
import dev.partnerattribution.internal.useragent.UserAgentTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, variable by variable, what an environment lacks: {@link ChildEnvironment} has the table. */
final class ChildVariables {
    private static final String AZURE_HTTP_USER_AGENT = "AZURE_HTTP_USER_AGENT";
    private static final String AZURE_DEV_USER_AGENT = "AZURE_DEV_USER_AGENT";
    private static final String AZUREPS_HOST_ENVIRONMENT = "AZUREPS_HOST_ENVIRONMENT";
    private static final String ARM_PARTNER_ID = "ARM_PARTNER_ID";
    private static final String ARM_DISABLE_TERRAFORM_PARTNER_ID = "ARM_DISABLE_TERRAFORM_PARTNER_ID";
    private static final String ARM_DISABLE_PULUMI_PARTNER_ID = "ARM_DISABLE_PULUMI_PARTNER_ID";

    /**
     * No value is made longer than this: a variable that Windows (32,767 characters) or Linux (131,072 bytes, up to four
     * for a character) finds too long keeps the child from starting.
     */
    private static final int LONGEST = 30_000;

    /** What bytes that are no text in this JVM's encoding were read as: written back they would be other bytes. */
    private static final char UNREADABLE = '\ufffd';

    private final TrackingId id;
    private final Variables present;
    private final Map<String, String> additions = new LinkedHashMap<String, String>();

    private ChildVariables(TrackingId id, Variables present) {
        this.id = id;
        this.present = present;
    }

    /** What to put into the environment; a name is spelled as it is there. */
    static Map<String, String> additions(TrackingId id, Variables present) {
        ChildVariables variables = new ChildVariables(id, present);
        boolean alone = variables.append(AZURE_HTTP_USER_AGENT);
        variables.append(AZURE_DEV_USER_AGENT);
        variables.setIfAbsent(AZUREPS_HOST_ENVIRONMENT, id.token());
        if (alone) {
            variables.setPartnerOfTerraformAndPulumi(id.guid());
        }
        return variables.additions;
    }

    /** Returns whether ours is in it then; it is not where another's stands, or where the value can't be changed. */
    private boolean append(String name) {
        String value = present.get(name);
        String appended = appended(name, value == null ? "" : value);
        if (!appended.equals(value)) {
            additions.put(present.nameOf(name), appended);
        }
        return UserAgentTokens.indexOf(appended, id.token()) >= 0;
    }

    private String appended(String name, String value) {
        String appended = Stamp.withToken(value, id.token(), "its child processes' " + name);
        if (appended.length() > Math.max(LONGEST, value.length())) {
            return unchanged(name, value, "has " + value.length() + " characters, and more may keep it from starting");
        }
        if (!appended.equals(value) && value.indexOf(UNREADABLE) >= 0) {
            return unchanged(name, value, "holds bytes that are no text in this JVM's encoding");
        }
        return appended;
    }

    private String unchanged(String name, String value, String why) {
        Diagnostics.once(id + " is not added to a child process's " + name + ": it " + why);
        return value;
    }

    /** Only the bare GUID is right for azurerm, azapi and Pulumi alike. Without it they send IDs of their own. */
    private void setPartnerOfTerraformAndPulumi(@Nullable String guid) {
        if (guid != null) {
            setIfAbsent(ARM_PARTNER_ID, guid);
        } else {
            setIfAbsent(ARM_DISABLE_TERRAFORM_PARTNER_ID, "true");
            setIfAbsent(ARM_DISABLE_PULUMI_PARTNER_ID, "true");
        }
    }

    private void setIfAbsent(String name, String value) {
        if (present.get(name) == null) {
            additions.put(name, value);
        }
    }
}
