package dev.partnerattribution.internal;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.diagnostics.Quote;
import dev.partnerattribution.internal.options.ReceiptOptions;
import org.jspecify.annotations.Nullable;

/**
 * A host that is asked as Azure Resource Manager is and that nobody declared to be one, such as that of an Azure Stack Hub:
 * it is never stamped, and named once where the operator asked for a summary, receipts or {@code verbose}.
 */
public final class UnknownArmHost {
    private static final String FIRST_LABEL = "management.";
    private static final String PATH = "/subscriptions";

    private UnknownArmHost() {}

    /** Whether the path of a request to this host, which is not known, matters. Allocates nothing. */
    public static boolean couldBe(@Nullable String host) {
        return host != null
                && host.regionMatches(true, 0, FIRST_LABEL, 0, FIRST_LABEL.length())
                && ReceiptOptions.areAsked();
    }

    /** Says it if that is the path of a request to Azure Resource Manager. */
    public static void asked(String host, @Nullable String path) {
        if (path != null
                && path.regionMatches(true, 0, PATH, 0, PATH.length())
                && (path.length() == PATH.length() || "/?".indexOf(path.charAt(PATH.length())) >= 0)) {
            Diagnostics.once(Quote.of(host) + " is asked for " + PATH
                    + " as Azure Resource Manager is, but is not known to be one,"
                    + " so that no tracking ID is sent there: if it is one, add it to the option arm-hosts");
        }
    }
}
