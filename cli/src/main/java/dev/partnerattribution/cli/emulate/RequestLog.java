package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.testkit.RecordedRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Shows each request to Azure Resource Manager as it arrives, and counts them. */
final class RequestLog {
    private final PrintWriter out;
    private final BiFunction<RecordedRequest, List<String>, String> form;
    private final Runnable whenNobodyReads;
    private final Tally tally = new Tally();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    /** The form makes text of a request and the tracking IDs in it. */
    RequestLog(PrintWriter out, BiFunction<RecordedRequest, List<String>, String> form, Runnable whenNobodyReads) {
        this.out = out;
        this.form = form;
        this.whenNobodyReads = whenNobodyReads;
    }

    Tally tally() {
        return tally;
    }

    /** Prints what stands before all requests; one that arrives earlier waits for it. */
    void begin(String introduction) {
        out.print(introduction);
        out.flush();
        begun.complete(null);
    }

    void show(RecordedRequest request) {
        begun.join();
        synchronized (tally) {
            out.print(form.apply(request, tally.add(request)));
            if (out.checkError()) {
                whenNobodyReads.run();
            }
        }
    }
}
