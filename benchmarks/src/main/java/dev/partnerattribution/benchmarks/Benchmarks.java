package dev.partnerattribution.benchmarks;

import dev.partnerattribution.benchmarks.commandline.CommandStart;
import dev.partnerattribution.benchmarks.compile.CompileTime;
import dev.partnerattribution.benchmarks.receipts.CountReceipts;
import dev.partnerattribution.benchmarks.request.RequestCost;
import dev.partnerattribution.benchmarks.startup.StartUp;
import dev.partnerattribution.benchmarks.template.CheckTemplates;
import dev.partnerattribution.benchmarks.template.StampTemplate;
import dev.partnerattribution.benchmarks.throughput.Serving;
import dev.partnerattribution.benchmarks.throughput.Throughput;
import dev.partnerattribution.benchmarks.weave.WeaveJars;
import dev.partnerattribution.benchmarks.weave.WovenStart;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.Jdks;
import java.nio.file.Files;
import java.util.List;

/** Runs one benchmark and prints its result as Markdown. Arguments: which, and how many rounds. */
public final class Benchmarks {
    private static final String NAMES =
            "startup, jdk-routes, request, throughput, serving, compile, stamp, check, report, start, weave, woven-start";

    private static final int TEMPLATES = 12_000;

    private static final int RECEIPTS = 1_000_000;

    private Benchmarks() {}

    /** The program. */
    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[1]);
        System.out.println(
                switch (args[0]) {
                    case "startup" -> StartUp.report(jdks(), rounds);
                    case "jdk-routes" -> StartUp.reportOfJdkRoutes(jdks(), rounds);
                    case "request" -> RequestCost.report(jdks(), rounds);
                    case "throughput" -> Throughput.report(jdks(), rounds);
                    case "serving" -> Serving.report(jdks(), rounds);
                    case "compile" -> CompileTime.report(jdks(), rounds);
                    case "stamp" -> StampTemplate.report(jdks(), rounds);
                    case "check" -> CheckTemplates.report(jdks(), rounds, TEMPLATES);
                    case "report" -> CountReceipts.report(jdks(), rounds, RECEIPTS);
                    case "start" -> CommandStart.report(jdks(), rounds);
                    case "weave" ->
                        WeaveJars.report(
                                Jars.listToWeave().map(WeaveJars::listedIn).orElseGet(Jars::libraries));
                    case "woven-start" -> WovenStart.report(jdks(), rounds);
                    default -> throw new IllegalArgumentException(args[0] + ": one of " + NAMES);
                });
    }

    /** The installed JDKs that can run all of it. */
    public static List<Jdk> jdks() {
        return Jdks.installed().stream()
                .filter(jdk -> jdk.version() >= 17 && Files.exists(jdk.program("javac")))
                .toList();
    }
}
