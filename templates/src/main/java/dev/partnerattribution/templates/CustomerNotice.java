package dev.partnerattribution.templates;

import java.util.Locale;

/**
 * What Microsoft asks partners to tell their customers, word for word
 * (<a href="https://learn.microsoft.com/partner-center/marketplace-offers/azure-partner-customer-usage-attribution">source</a>).
 */
public enum CustomerNotice {
    /** For those who deploy a template. */
    TEMPLATE("Notification for Resource Manager template deployments", "When you deploy this template, "),
    /** For those who run software that deploys by an SDK or an API. */
    SDK("Notification for SDK or API deployments", "When you deploy <PARTNER> software, ");

    /** A link in the text. */
    public static final String TRUST_CENTER = "https://www.microsoft.com/trustcenter";

    private static final String REST =
            "Microsoft can identify the installation of <PARTNER> software with the deployed Azure resources. Microsoft "
                    + "can correlate these resources used to support the software. Microsoft collects this information to "
                    + "provide the best experiences with their products and to operate their business. The data is "
                    + "collected and governed by Microsoft's privacy policies, located at " + TRUST_CENTER + ".";

    private final String heading;
    private final String start;

    CustomerNotice(String heading, String start) {
        this.heading = heading;
        this.start = start;
    }

    /** What Microsoft calls it. */
    public String heading() {
        return heading;
    }

    /** One paragraph. The partner's name is put in as it is: whoever prints markup escapes it before. */
    public String text(String partner) {
        return (start + REST).replace("<PARTNER>", partner);
    }

    /** In lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
