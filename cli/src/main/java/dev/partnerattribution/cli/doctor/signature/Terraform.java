package dev.partnerattribution.cli.doctor.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Terraform file says of attribution where it sets up an Azure provider.
 *
 * @param partnerId as it stands there; null if none does
 * @param off whether Terraform's own default is switched off
 */
public record Terraform(String where, @Nullable String partnerId, boolean off) {
    private static final Pattern PROVIDER = Pattern.compile("provider\\s+\"(azurerm|azapi)\"\\s*\\{");
    private static final Pattern PARTNER_ID = Pattern.compile("\\bpartner_id\\s*=\\s*\"([^\"\\n]*)\"");
    private static final Pattern OFF = Pattern.compile("\\bdisable_terraform_partner_id\\s*=\\s*true");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(#|//).*$|/\\*(?s:.*?)\\*/");

    /** Null if the text sets up no Azure provider. */
    public static @Nullable Terraform of(String where, String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        if (!PROVIDER.matcher(code).find()) {
            return null;
        }
        Matcher partnerId = PARTNER_ID.matcher(code);
        return new Terraform(
                where,
                partnerId.find() ? partnerId.group(1) : null,
                OFF.matcher(code).find());
    }

    /** Whether Terraform sends an ID of its own, unless its environment says another. */
    public boolean sendsItsOwn() {
        return partnerId == null && !off;
    }
}
