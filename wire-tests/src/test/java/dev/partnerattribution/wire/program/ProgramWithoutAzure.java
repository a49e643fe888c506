package dev.partnerattribution.wire.program;

/** Says that it is done, and does nothing else. */
public final class ProgramWithoutAzure {
    private ProgramWithoutAzure() {}

    public static void main(String[] none) {
        System.out.println("done");
    }
}
