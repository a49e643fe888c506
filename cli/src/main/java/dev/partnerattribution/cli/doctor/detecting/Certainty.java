package dev.partnerattribution.cli.doctor.detecting;

import java.util.Locale;

/** How sure it is that the application sends requests to Azure Resource Manager this way. */
public enum Certainty {
    /** A library is on board that is made for it. */
    CONTAINED("it contains a library that is made for that"),
    /** Its code sends requests, or starts programs, and names hosts or tools of Azure. */
    LIKELY("its code does this, and names a host or tool of Azure"),
    /** Its code sends requests, or starts programs; nothing says which. */
    POSSIBLE("its code does this, but nothing there names Azure");

    private final String words;

    Certainty(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
