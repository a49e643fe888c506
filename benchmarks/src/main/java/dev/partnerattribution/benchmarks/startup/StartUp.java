package dev.partnerattribution.benchmarks.startup;

import dev.partnerattribution.benchmarks.Scratch;
import dev.partnerattribution.benchmarks.TimedProcess;
import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.testkit.LoopbackArm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Starts each program with each agent on each JDK, in turn, so that what else the machine does hits all of them alike. */
public final class StartUp {
    /** Medians of memory need fewer. */
    private static final int ROUNDS_OF_MEMORY = 5;

    /** What takes a tenth of a second is measured this many times a round: its spread is the larger part of it. */
    private static final int SHORT_RUNS = 8;

    /** The same of a single round, which just tries out whether it all works. */
    private static final int SHORT_RUNS_OF_A_TRIAL = 2;

    private final Scratch scratch;
    private final LoopbackArm arm;
    private final boolean trial;
    private final List<Cost> costs = new ArrayList<>();

    private StartUp(
            Scratch scratch, LoopbackArm arm, List<Jdk> jdks, boolean trial, BiPredicate<String, String> wanted) {
        this.scratch = scratch;
        this.arm = arm;
        this.trial = trial;
        List<Variant> variants = Variant.all(scratch);
        List<MeasuredProgram> programs = new ArrayList<>();
        programs.add(MeasuredProgram.hello(scratch));
        programs.addAll(MeasuredProgram.ordinary(scratch, arm));
        programs.add(MeasuredProgram.azure(scratch, arm));
        if (trial) {
            programs.forEach(MeasuredProgram::compiledBriefly);
        }
        for (MeasuredProgram program : programs) {
            for (Jdk jdk : jdks) {
                variants.stream()
                        .filter(variant -> wanted.test(program.name(), variant.name()))
                        .forEach(variant -> costs.add(new Cost(program, jdk, variant)));
            }
        }
    }

    /** Of Hello and of the Azure program, with agents that do something and the empty one: measures, and returns tables. */
    public static String report(List<Jdk> jdks, int rounds) {
        return report(
                jdks,
                rounds,
                (program, agent) ->
                        !MeasuredProgram.ORDINARY.contains(program) && !agent.equals(Variant.EMPTY_TRANSFORMER));
    }

    /**
     * Of the programs that use a route of the JDK and not Azure. What we add to some of them is a tenth of what they vary
     * by, so that it takes more than a hundred pairs to see it.
     */
    public static String reportOfJdkRoutes(List<Jdk> jdks, int rounds) {
        Set<String> agents =
                Set.of(Variant.NONE, Variant.EMPTY, Variant.EMPTY_TRANSFORMER, Variant.BEFORE, Variant.OURS_WITH_GUID);
        return report(
                jdks, rounds, (program, agent) -> MeasuredProgram.ORDINARY.contains(program) && agents.contains(agent));
    }

    /**
     * Of some programs with some agents, by the names that the tables have. A single round just tries it out: it looks at
     * the classes and the memory of short programs only.
     */
    public static String report(List<Jdk> jdks, int rounds, BiPredicate<String, String> wanted) {
        try (Scratch scratch = new Scratch();
                LoopbackArm arm = LoopbackArm.start()) {
            StartUp startUp = new StartUp(scratch, arm, jdks, rounds == 1, wanted);
            startUp.countClasses();
            for (int round = 0; round < rounds; round++) {
                System.err.printf("round %d of %d%n", round + 1, rounds);
                startUp.round(round);
            }
            return startUp.costs.stream()
                    .collect(Collectors.groupingBy(Cost::title, LinkedHashMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(group -> "### " + group.getKey() + "\n\n" + new StartUpTable(group.getValue()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Also warms the machine's file cache. */
    private void countClasses() {
        for (Cost cost : wholly(costs)) {
            cost.classes = LoadedClasses.of(cost.program, cost.jdk, cost.variant, scratch)
                    .size();
            requireAttribution(cost);
        }
    }

    private void round(int round) {
        List<Cost> order = new ArrayList<>(costs);
        // Each comes after another one each time.
        Collections.rotate(order, round);
        order.forEach(this::measure);
        for (int run = 1; run < (trial ? SHORT_RUNS_OF_A_TRIAL : SHORT_RUNS); run++) {
            order.stream().filter(Cost::isShort).forEach(this::measure);
        }
        if (round < ROUNDS_OF_MEMORY) {
            wholly(order).forEach(cost -> PeakMemory.of(cost.program, cost.jdk, cost.variant)
                    .ifPresent(cost.memory::add));
            arm.reset();
        }
    }

    /** Those of which everything is measured. */
    private List<Cost> wholly(List<Cost> some) {
        return trial ? some.stream().filter(Cost::isShort).toList() : some;
    }

    private void measure(Cost cost) {
        TimedProcess run = TimedProcess.run(cost.program.command(cost.jdk, cost.variant), scratch);
        cost.cpu.add(run.cpu());
        cost.printed = run.stdout() + run.stderr();
        requireAttribution(cost);
    }

    /** What does not attribute is not worth measuring, nor what does where it should not. */
    private void requireAttribution(Cost cost) {
        boolean wanted = cost.program.usesAzure() && cost.variant.attributes();
        for (String userAgent : arm.requests().userAgents()) {
            if (userAgent.endsWith(" pid-" + Variant.GUID) != wanted) {
                throw new IllegalStateException(cost.variant.name() + " sent the User-Agent " + userAgent);
            }
        }
        arm.reset();
    }
}
