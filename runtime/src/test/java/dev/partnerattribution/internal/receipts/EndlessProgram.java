package dev.partnerattribution.internal.receipts;

/** Ends while daemon threads go on sending as fast as they can. */
public final class EndlessProgram {
    private EndlessProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        ReceiptsProgram.send("a", true);
        for (int i = 0; i < 4; i++) {
            Thread sender = new Thread(EndlessProgram::sendForever);
            sender.setDaemon(true);
            sender.start();
        }
        Thread.sleep(500);
    }

    private static void sendForever() {
        while (true) {
            ReceiptsProgram.send("b", true);
        }
    }
}
