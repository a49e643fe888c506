package dev.partnerattribution.cli.verify;

import java.util.Locale;

/** The clouds of Azure, as users write them. */
enum Cloud {
    PUBLIC,
    USGOV,
    CHINA;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
