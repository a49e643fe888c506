package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.ExitCode;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program against a server that is there for it alone: what it sends, and whether that carries a tracking ID. */
final class ProgramRun {
    private static final int LONGEST_HOST = 253;

    private final PrintWriter err;
    private final @Nullable TrackingId expected;
    private final RequestLog log;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** Everything is said on {@code err}; {@code expected} is the only tracking ID that counts, or null if any does. */
    ProgramRun(PrintWriter err, @Nullable TrackingId expected) {
        this.err = err;
        this.expected = expected;
        this.log = new RequestLog(err, (request, ids) -> marked(RequestLines.text(request, ids)), () -> {});
    }

    void show(RecordedRequest request) {
        log.show(request);
    }

    /** Says it once of each host. */
    void refuse(String host) {
        if (refused.add(host)) {
            say("refused, since only Azure Resource Manager and its log-in are here: "
                    + Sanitizer.shown(host, LONGEST_HOST));
        }
    }

    /** Runs it to its end and gives the exit code of the command. */
    int run(List<String> command, LoopbackArm arm) throws InterruptedException {
        log.begin(
                marked("Azure Resource Manager is on port " + arm.port() + " of this machine, for this program only"));
        int ended = ChildProgram.run(command, arm.environment(), this::sumUp);
        if (ended != 0) {
            say("the program ended with " + ended);
            return ExitCode.PROGRAM;
        }
        if (isAttributed()) {
            return ExitCode.OK;
        }
        if (!log.tally().isEmpty()) {
            say("not attributed: each request must carry " + (expected == null ? "a tracking ID" : expected.token())
                    + ", once and alone");
        }
        return ExitCode.FOUND;
    }

    private boolean isAttributed() {
        Tally tally = log.tally();
        return expected == null ? tally.isComplete() : tally.isComplete(expected.token());
    }

    private void sumUp() {
        say(log.tally().toString());
        if (log.tally().isEmpty()) {
            say("none came: the program sends none, or by a client that heeds no proxy; see Clients without a proxy in"
                    + " docs/cli.md");
        }
    }

    private void say(String text) {
        err.print(marked(text + "\n"));
        err.flush();
    }

    /** So that our lines are told from the program's. */
    private static String marked(String text) {
        return text.lines().map(line -> "emulate: " + line + "\n").collect(Collectors.joining());
    }
}
