package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.receipts.Receipts;

/** Made where a summary is asked for: one of a program that sends nothing to Azure says so. */
public final class FromTheStart {

    /** Made by the launcher, by name. */
    public FromTheStart() {
        countIfAsked();
    }

    static void countIfAsked() {
        if (ReceiptOptions.areAsked() && ReceiptOptions.here().summary()) {
            Receipts.here();
        }
    }
}
