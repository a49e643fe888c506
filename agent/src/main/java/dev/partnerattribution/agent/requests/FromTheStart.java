package dev.partnerattribution.agent.requests;

import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.receipts.Receipts;

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
