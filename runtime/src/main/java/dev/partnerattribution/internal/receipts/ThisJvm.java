package dev.partnerattribution.internal.receipts;

import java.io.File;
import java.io.IOException;

/** What tells this JVM from others. */
final class ThisJvm {
    private static final long MILLION = 1_000_000;

    private ThisJvm() {}

    /**
     * Its process ID, 0 where nobody may know it, a time in milliseconds, and the last six digits of a clock of nanoseconds, which
     * began when the machine did: in containers all have one process ID, and many start at once.
     */
    static String name() {
        return processId() + "-" + System.currentTimeMillis() + "-"
                + String.valueOf(MILLION + Math.floorMod(System.nanoTime(), MILLION))
                        .substring(1);
    }

    private static String processId() {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle"); // from Java 9 on
            Object current = handle.getMethod("current").invoke(null);
            return String.valueOf(handle.getMethod("pid").invoke(current));
        } catch (ReflectiveOperationException | SecurityException e) {
            return processIdOnJava8();
        }
    }

    /** Where there is no {@code /proc} the time has to do: management beans would load hundreds of classes. */
    private static String processIdOnJava8() {
        try {
            String name = new File("/proc/self").getCanonicalFile().getName();
            return isNumber(name) ? name : "0";
        } catch (IOException | SecurityException e) {
            return "0";
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
