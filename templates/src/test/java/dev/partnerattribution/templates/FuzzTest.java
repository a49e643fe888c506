package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutated templates, the same ones on every machine that has the same seeds. */
class FuzzTest {
    /**
     * A thousand rounds are a million mutants, and a fifth as many of expressions: {@code -Dtemplates.rounds=1000}, with
     * {@code -Djunit.jupiter.execution.timeout.mode=disabled} where the machine is busy.
     */
    private static final int ROUNDS = Integer.getInteger("templates.rounds", 50);

    private static final int MUTANTS_PER_ROUND = 1_000;
    private static final int LARGEST_SEED = 1_000;
    private static final int OWN_SEEDS_WEIGH = 10;
    private static final int PARSED_AGAIN = 10;
    private static final Stamping STAMPING = Stamping.of(Ids.OURS).fillingPlaceholders();

    private final LongAdder seen = new LongAdder();
    private final LongAdder stamped = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unchanged = new LongAdder();

    private record Seed(String name, String text) {}

    /** The limit is for a hang: it is far from what the run takes. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void mutants_are_stamped_outside_of_which_no_byte_changes_or_refused() throws IOException {
        List<Seed> seeds = seeds();
        IntStream.range(0, ROUNDS).parallel().forEach(round -> round(round, seeds));
        long all = (long) ROUNDS * MUTANTS_PER_ROUND;
        assertThat(seen.sum()).isEqualTo(all);
        assertThat(stamped.sum() + refused.sum() + unchanged.sum()).isEqualTo(all);
        assertThat(stamped.sum()).as("stamped").isGreaterThan(all * 15 / 100);
        assertThat(refused.sum()).as("refused").isGreaterThan(all * 15 / 100);
        assertThat(unchanged.sum()).as("unchanged").isGreaterThan(all / 1_000);
    }

    private void round(int round, List<Seed> seeds) {
        Random random = new Random(20260 + round);
        for (int i = 0; i < MUTANTS_PER_ROUND; i++) {
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            byte[] mutant = Mutant.of(seed.text().getBytes(StandardCharsets.UTF_8), random);
            try {
                stamp(seed.name(), mutant, i % PARSED_AGAIN == 0);
            } catch (RuntimeException | AssertionError | StackOverflowError fault) {
                throw new AssertionError(
                        "round " + round + ", mutant " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8), fault);
            }
        }
    }

    /** Names of pid deployments as partners write them, each with one to four changes: another's ID is never lost. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void mutants_of_expressions_lose_no_foreign_id() {
        IntStream.range(0, ROUNDS).parallel().forEach(this::expressions);
        assertThat(seen.sum()).isEqualTo((long) ROUNDS * MUTANTS_PER_ROUND / 5);
        assertThat(refused.sum()).as("refused").isGreaterThan(seen.sum() / 10);
    }

    private void expressions(int round) {
        Random random = new Random(61 + round);
        for (int i = 0; i < MUTANTS_PER_ROUND / 5; i++) {
            GeneratedCase seed = GeneratedCase.of(random);
            byte[] mutant = Mutant.of(seed.bytes(), random);
            try {
                stamp(seed.name(), mutant, false);
                keepsForeign(Template.of(seed.name(), mutant), mutant);
            } catch (RuntimeException | AssertionError | StackOverflowError fault) {
                throw new AssertionError(
                        "round " + round + ", mutant " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8), fault);
            }
        }
    }

    private static void keepsForeign(Template template, byte[] mutant) {
        for (Stamping stamping : new Stamping[] {STAMPING, STAMPING.besideOthers()}) {
            if (stamping.stamp(template) instanceof Stamped changed) {
                check(count(changed.bytes()) == count(mutant), "another's ID is lost");
            }
        }
    }

    private static int count(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).split(Written.O, -1).length;
    }

    private void stamp(String name, byte[] mutant, boolean parseAgain) {
        byte[] before = mutant.clone();
        Template template = Template.of(name, mutant);
        StampOutcome outcome = STAMPING.stamp(template);
        seen.increment();
        if (outcome instanceof Stamped changed) {
            stamped.increment();
            laws(template, before, changed, parseAgain);
        } else {
            (outcome instanceof Refused ? refused : unchanged).increment();
        }
        if (parseAgain) {
            assertThat(new TemplateCheck().check(template))
                    .allMatch(finding -> finding.position().line() > 0);
        }
        assertThat(Arrays.equals(mutant, before)).isTrue();
    }

    private static void laws(Template template, byte[] before, Stamped stamped, boolean parseAgain) {
        byte[] after = stamped.bytes();
        if (stamped.onlyAdds()) {
            int same = mismatch(before, after);
            int added = after.length - before.length;
            check(Arrays.equals(before, same, before.length, after, same + added, after.length), "bytes changed");
        } else {
            check(isOnlyNameReplaced(before, after), "more than the name changed");
        }
        Template again = Template.of(template.name(), after);
        check(STAMPING.stamp(again) instanceof Unchanged, "stamping again changes it");
        if (parseAgain && stamped.onlyAdds() && template.kind() == FileKind.ARM_TEMPLATE) {
            StampedLaws.has_one_resource_more(
                    before, after, Ids.OURS, template.scope().orElseThrow());
        }
    }

    private static boolean isOnlyNameReplaced(byte[] before, byte[] after) {
        int start = mismatch(before, after);
        int end = 0;
        int most = Math.min(before.length, after.length) - start;
        while (end < most && before[before.length - 1 - end] == after[after.length - 1 - end]) {
            end++;
        }
        String changed = new String(after, start, after.length - end - start, StandardCharsets.UTF_8);
        String id = Ids.OURS.token();
        String hash = "uniqueString(deployment().name, deployment().location)";
        return Stream.of("'%s'", "\"%s\"", "'%s-${" + hash + "}'", "\"[concat('%s-', " + hash + ")]\"")
                .anyMatch(name -> name.formatted(id).contains(changed));
    }

    private static int mismatch(byte[] before, byte[] after) {
        int same = Arrays.mismatch(before, after);
        return same < 0 ? before.length : same;
    }

    private static void check(boolean law, String broken) {
        if (!law) {
            throw new AssertionError(broken);
        }
    }

    /** Our own, many times over because they are smaller and stranger, and the small ones of the corpus if it is there. */
    private static List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < OWN_SEEDS_WEIGH; i++) {
            Seeds.ARM.forEach(text -> seeds.add(new Seed("azuredeploy.json", text)));
            Seeds.BICEP.forEach(text -> seeds.add(new Seed("main.bicep", text)));
        }
        if (Corpus.isThere()) {
            for (Path file : Corpus.files()) {
                String text = Files.readString(file);
                if (text.length() < LARGEST_SEED) {
                    seeds.add(new Seed("azuredeploy.json", text));
                }
            }
        }
        return seeds;
    }
}
