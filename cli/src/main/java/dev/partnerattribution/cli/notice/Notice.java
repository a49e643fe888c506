package dev.partnerattribution.cli.notice;

import java.util.Locale;

/** Microsoft's two notices to customers, word for word. */
enum Notice {
    TEMPLATE("Notification for Resource Manager template deployments", "When you deploy this template, "),
    SDK("Notification for SDK or API deployments", "When you deploy <PARTNER> software, ");

    static final String TRUST_CENTER = "https://www.microsoft.com/trustcenter";

    private static final String REST =
            "Microsoft can identify the installation of <PARTNER> software with the deployed Azure resources. Microsoft "
                    + "can correlate these resources used to support the software. Microsoft collects this information to "
                    + "provide the best experiences with their products and to operate their business. The data is "
                    + "collected and governed by Microsoft's privacy policies, located at " + TRUST_CENTER + ".";

    private final String heading;
    private final String start;

    Notice(String heading, String start) {
        this.heading = heading;
        this.start = start;
    }

    String heading() {
        return heading;
    }

    /** One paragraph. The partner's name is put in as it is: whoever prints markup escapes it before. */
    String text(String partner) {
        return (start + REST).replace("<PARTNER>", partner);
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
