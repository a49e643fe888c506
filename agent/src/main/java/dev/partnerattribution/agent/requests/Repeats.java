package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.receipts.Exchange;

/** What it means that a client shows a request again under the same key. */
public enum Repeats {
    /** It sends another, or sends it again. */
    NEVER,
    /** Until the answer has come it is the same, seen in another of the client's layers. */
    UNTIL_ANSWERED,
    /** The key is the request: it is sent once. */
    ALWAYS;

    boolean isRepeated(Exchange before, Exchange now) {
        return this == ALWAYS || (this == UNTIL_ANSWERED && !before.isAnswered() && before.looksLike(now));
    }
}
