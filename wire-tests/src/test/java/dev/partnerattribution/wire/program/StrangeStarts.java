package dev.partnerattribution.wire.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.Callable;

/** Starts children in ways that fail, or nearly, and says what came of each. With an argument: so many, one by one. */
public final class StrangeStarts {
    /** So many lines it prints. */
    public static final int COUNT = 13;

    private static final String[] SHOW = {"sh", "-c", "echo $A $THEIRS; exit 3"};
    private static final int FIRST = 500;
    private static final int KEPT = 1 << 20;

    /** The JVM closes what was a child's on a thread of its own, after the child is known to have ended. */
    private static final long PATIENCE_MILLIS = 10_000;

    private StrangeStarts() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            many(Integer.parseInt(arguments[0]));
            return;
        }
        Runtime runtime = Runtime.getRuntime();
        tell("no such program", () -> new ProcessBuilder("/no/such/program", "x").start());
        tell("no such program by exec", () -> runtime.exec(new String[] {"no-such-program"}));
        tell("no permission", () -> new ProcessBuilder("/etc/hostname").start());
        tell("no command", () -> new ProcessBuilder().start());
        tell("null in the command", () -> new ProcessBuilder("sh", null).start());
        tell(
                "no such directory",
                () -> new ProcessBuilder(SHOW).directory(new File("/no/such")).start());
        tell("null environment", () -> runtime.exec(SHOW, null));
        tell("empty environment", () -> runtime.exec(SHOW, new String[0]));
        tell("invalid entries", () -> runtime.exec(SHOW, new String[] {"NOEQUALS", "", "=", "=x", "A=b=c", "A\n=d"}));
        tell("null entry", () -> runtime.exec(SHOW, new String[] {"A=b", null}));
        tell("NUL in an entry", () -> runtime.exec(SHOW, new String[] {"A=b\0c"}));
        tell("null value", () -> withVariable("A", null));
        tell(
                "killed at its start",
                () -> new ProcessBuilder("sleep", "60").start().destroyForcibly());
    }

    private static Process withVariable(String name, String value) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(SHOW);
        builder.environment().put(name, value);
        return builder.start();
    }

    private static void tell(String what, Callable<Process> start) {
        String end;
        try {
            Process child = start.call();
            end = new String(child.getInputStream().readAllBytes(), UTF_8).trim() + " " + child.waitFor();
        } catch (Exception e) {
            end = e + " because of " + e.getCause();
        }
        System.out.println(what + ": " + end.replace('\n', ' '));
    }

    private static void many(int children) throws IOException, InterruptedException {
        start(FIRST); // what is loaded and kept once
        int files = openFiles();
        long memory = usedMemory();
        int ended = start(children - FIRST) + FIRST;
        int more = filesMoreThan(files);
        boolean kept = usedMemory() > memory + KEPT;
        System.out.println(ended + " ended with 0, " + more + " files more, " + (kept ? "" : "no ") + "more memory");
    }

    private static int filesMoreThan(int files) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (openFiles() > files && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
        return Math.max(0, openFiles() - files); // the JVM itself closes some
    }

    private static int start(int children) throws IOException, InterruptedException {
        int ended = 0;
        for (int i = 0; i < children; i++) {
            Process child =
                    new ProcessBuilder("/bin/true").redirectErrorStream(true).start();
            child.getOutputStream().close();
            child.getInputStream().close();
            ended += child.waitFor() == 0 ? 1 : 0;
        }
        return ended;
    }

    private static int openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static long usedMemory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
