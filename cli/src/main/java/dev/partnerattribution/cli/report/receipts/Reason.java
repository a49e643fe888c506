package dev.partnerattribution.cli.report.receipts;

/** Why a request went out without the tracking ID, in words, and what to do. */
public enum Reason {
    OPT_OUT(
            "opt-out",
            "attribution was opted out of",
            "Nothing to do where a customer wants it so: an opt-out wins over everything."),
    ROUTE_OFF("route-off", "its route is switched off", "Take the route out of the option routes."),
    NOT_CONFIGURED(
            "not-configured",
            "no tracking ID was given",
            "Give it by the annotation, among the agent's options (guid=…), or in PARTNER_ATTRIBUTION_GUID."),
    INVALID(
            "invalid",
            "a source of the tracking ID holds a mistake",
            "What the program printed on stderr names source and mistake; “partner-attribution id check” explains IDs."),
    OTHER_PID(
            "other-pid",
            "another partner's ID was there, and stays",
            "Find who put it there: only one ID of a request is read, so ours is not added to it."),
    UNFIT(
            "unfit",
            "its route could not look at the request",
            "What the program printed on stderr names the library; docs/routes.md lists the versions that are known."),
    UNSAID("", "the receipt doesn't say why", "Look at what the program printed on stderr.");

    private final String word;
    private final String text;
    private final String advice;

    Reason(String word, String text, String advice) {
        this.word = word;
        this.text = text;
        this.advice = advice;
    }

    /** Of the word of a receipt; a word that a later version may have added says nothing to us. */
    public static Reason of(String word) {
        for (Reason reason : values()) {
            if (reason.word.equals(word)) {
                return reason;
            }
        }
        return UNSAID;
    }

    /** As counts write it. */
    @Override
    public String toString() {
        return this == UNSAID ? "unsaid" : word;
    }

    /** Goes on from "because". */
    public String text() {
        return text;
    }

    public String advice() {
        return advice;
    }
}
