package dev.partnerattribution.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * How far long work has come, as a bar on a terminal; nothing is printed elsewhere, nor in the first second. Any thread may
 * add to it.
 */
public final class Progress implements AutoCloseable {
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/2");
    private static final long SECOND = 1_000;
    private static final int WIDTH = 30;
    private static final double MEGA = 1_000_000;

    private final AtomicLong done = new AtomicLong();
    private final long all;
    private final PrintWriter terminal;
    private final @Nullable Thread ticker;

    private Progress(PrintWriter terminal, long all, boolean isShown) {
        this.terminal = terminal;
        this.all = all;
        ticker = isShown ? new Thread(this::tick, "progress") : null;
        if (ticker != null) {
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    /**
     * Begins work on so many bytes, or on an unknown number of them.
     *
     * @param all 0 where it is not known
     */
    public static Progress of(PrintWriter stderr, long all, boolean isQuiet) {
        return new Progress(stderr, all, !isQuiet && isTerminal());
    }

    /** Whether somebody looks at standard error, as far as the system says. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(DESCRIPTOR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noLinux) {
            return CommandLine.Help.Ansi.AUTO.enabled();
        }
    }

    /** Notes that so many bytes more are done. */
    public void add(long bytes) {
        done.addAndGet(bytes);
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(SECOND);
                terminal.print("\r" + line(done.get(), all));
                terminal.flush();
            }
        } catch (InterruptedException end) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }

    /** Such as {@code [######                ]  27 %, 1,512 of 5,600 MB}. */
    static String line(long done, long all) {
        if (all <= 0) {
            return String.format(Locale.ENGLISH, "%,.0f MB", done / MEGA);
        }
        double part = Math.min(1, (double) done / all);
        int marks = (int) (WIDTH * part);
        return String.format(
                Locale.ENGLISH,
                "[%s%s] %3.0f %%, %,.0f of %,.0f MB",
                "#".repeat(marks),
                " ".repeat(WIDTH - marks),
                Math.floor(100 * part),
                done / MEGA,
                all / MEGA);
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (ticker == null) {
            return;
        }
        ticker.interrupt();
        try {
            ticker.join(SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
