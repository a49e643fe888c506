package dev.partnerattribution.examples;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import dev.partnerattribution.testkit.RecordedRequest;
import dev.partnerattribution.testkit.RecordedRequests;
import java.util.List;
import java.util.Locale;

/** Runs the examples and shows every request as Azure Resource Manager received it. Ends with 1 if a pid is missing. */
public final class Demo {
    private static final String NEXT_LINE = System.lineSeparator() + " ".repeat(10);

    private int sent;
    private int attributed;
    private boolean healthy = true;

    private Demo() {}

    public static void main(String[] args) {
        System.exit(new Demo().run() ? 0 : 1);
    }

    private boolean run() {
        line("Three programs deploy to an Azure Resource Manager on this machine. Of every request that it receives:");
        line("the method, the path, in which {id} stands for the subscription, and below them the whole User-Agent.");
        try (LoopbackArm arm = LoopbackArm.builder().onRequest(Demo::show).start()) {
            for (Example example : Example.values()) {
                line("");
                line("== " + example.title());
                line("   $ " + example.command());
                line("");
                arm.reset();
                ProgramResult result = example.attributed(arm).run();
                count(arm.requests(), result);
            }
        }
        line("");
        line("== All three");
        line("   " + summary(sent, attributed));
        return healthy && sent == attributed;
    }

    private void count(RecordedRequests requests, ProgramResult result) {
        int withToken = requests.matching(Demo::isAttributed).size();
        line("");
        line("   " + summary(requests.size(), withToken));
        boolean ended = result.exitCode() == 0 && !requests.isEmpty();
        if (!ended || withToken < requests.size()) {
            line("   The program ended with " + result.exitCode() + " and printed:");
            line(result.stdout() + result.stderr());
        }
        healthy &= ended;
        sent += requests.size();
        attributed += withToken;
    }

    private static void show(RecordedRequest request) {
        String path = request.path().replace(LoopbackArm.SUBSCRIPTION_ID, "{id}");
        String agents =
                request.userAgents().isEmpty() ? "(no User-Agent)" : String.join(NEXT_LINE, request.userAgents());
        line(String.format(Locale.ROOT, "   %-6s %s%s%s", request.method(), path, NEXT_LINE, agents));
    }

    /** Whether it has one User-Agent, whose last word is the token, which is in it once. */
    static boolean isAttributed(RecordedRequest request) {
        List<String> words = List.of(request.userAgent().split(" ", -1));
        return request.userAgents().size() == 1 && words.indexOf(Example.TOKEN) == words.size() - 1;
    }

    private static String summary(int requests, int withToken) {
        return requests + " ARM requests, " + withToken + " with " + Example.TOKEN;
    }

    private static void line(String text) {
        System.out.println(text);
    }
}
