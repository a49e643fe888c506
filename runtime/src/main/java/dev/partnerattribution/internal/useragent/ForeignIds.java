package dev.partnerattribution.internal.useragent;

import dev.partnerattribution.internal.diagnostics.Ascii;
import org.jspecify.annotations.Nullable;

/** Well-formed IDs that are not the partner's own: printed samples, placeholders, and what other tools send. */
public final class ForeignIds {
    /** Token, then whose it is. */
    private static final String[] KNOWN = {
        "pid-b6addd8f-5ff4-4fc0-a2b5-0ec7861106c4", "the sample on Microsoft's page",
        "pid-contoso-myoffer-partnercenter", "the sample on Microsoft's page",
        "pid-eb7927c8-dd66-43e1-b0cf-c346a422063", "the sample on Microsoft's page",
        "pid-00000000-0000-0000-0000-000000000000", "a placeholder",
        "pid-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "a placeholder",
        "pid-222c6c49-1b0a-5959-a213-6608f9eb8820", "the default of Terraform's azurerm and azapi providers",
        "pid-a90539d8-a7a6-5826-95c4-1fbef22d4b22", "the default of Pulumi",
        "pid-a9cee75d-8f11-42e4-bc19-953757f4ea3c", "the default of Crossplane",
    };

    private static final String COUNTING = "12345678-1234-1234-1234-123456789";

    private ForeignIds() {}

    /** Whose a token is, alone or made a marketplace ID by the suffix; null if nobody else's. */
    public static @Nullable String ownerOf(String token) {
        int bodyEnd = token.length() - TrackingIdForm.MARKETPLACE_SUFFIX.length();
        boolean marketplace =
                bodyEnd > 0 && Ascii.startsWith(token, bodyEnd, token.length(), TrackingIdForm.MARKETPLACE_SUFFIX);
        for (int i = 0; i < KNOWN.length; i += 2) {
            if (Ascii.equals(token, 0, token.length(), KNOWN[i])
                    || (marketplace && Ascii.equals(token, 0, bodyEnd, KNOWN[i]))) {
                return KNOWN[i + 1];
            }
        }
        return null;
    }

    public static @Nullable String doubtOf(String token, int guidStart) {
        if (token.startsWith(COUNTING, guidStart)) {
            return "its digits count upwards";
        }
        for (int i = guidStart + 1; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '-' && c != token.charAt(guidStart)) {
                return null;
            }
        }
        return "all its digits are the same";
    }
}
