package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.templates.GeneratedCase.Kind;
import dev.partnerattribution.templates.GeneratedCase.Place;
import dev.partnerattribution.templates.GeneratedCase.Whose;
import dev.partnerattribution.templates.Refused.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pids in every form, place, language and scope, with a truth that is known: {@code -Dtemplates.cases=20000} makes as many.
 * The same ones on every machine.
 */
class GeneratedCasesTest {
    private static final int CASES = Integer.getInteger("templates.cases", 2_000);
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void no_foreign_id_is_lost_ours_is_there_once_and_the_check_agrees() throws IOException {
        Random random = new Random(16);
        for (int i = 0; i < CASES; i++) {
            GeneratedCase generated = GeneratedCase.of(random);
            Path main = write(generated, i % 50);
            try {
                check(generated, main);
            } catch (RuntimeException | AssertionError fault) {
                throw new AssertionError("case " + i + ", " + generated + ":\n" + generated.text(), fault);
            }
        }
        System.out.println(CASES + " generated cases:");
        outcomes.forEach((outcome, count) -> System.out.println("  " + count + " " + outcome));
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CASES);
    }

    private Path write(GeneratedCase generated, int slot) throws IOException {
        Path into = folder.resolve(String.valueOf(slot));
        Path main = into.resolve(generated.name());
        Files.createDirectories(into.resolve("parts"));
        Files.write(main, generated.bytes());
        for (GeneratedCase.Part part : generated.parts()) {
            Files.writeString(into.resolve(part.name()), part.text());
        }
        return main;
    }

    private void check(GeneratedCase generated, Path main) throws IOException {
        StampOutcome outcome = STAMPING.stamp(Template.read(main));
        String what = outcome instanceof Refused refused
                ? "refused " + refused.reason()
                : outcome instanceof Stamped stamped ? (stamped.onlyAdds() ? "added" : "made literal") : "there";
        outcomes.merge(
                generated.whose() + " " + generated.place() + " "
                        + generated.form().kind() + ": " + what,
                1,
                Integer::sum);
        assertThat(what).as(outcome.message()).isIn(expected(generated));
        if (outcome instanceof Stamped stamped) {
            stampedWell(generated, main, stamped);
        }
        besideOthers(generated, main);
        checked(generated, main);
    }

    private static List<String> expected(GeneratedCase generated) {
        boolean nested = generated.place() != Place.MAIN && generated.place() != Place.EMPTY_MODULE;
        if (generated.whose() == Whose.NONE) {
            return List.of("added");
        }
        if (nested) {
            return List.of("refused " + Reason.NESTED_PID);
        }
        if (generated.form().kind() == Kind.OPEN) {
            return List.of("refused " + Reason.UNRESOLVED_PID, "refused " + Reason.OTHER_PID);
        }
        if (generated.whose() == Whose.THEIRS) {
            return List.of("refused " + Reason.OTHER_PID);
        }
        return generated.form().kind() == Kind.EXPRESSION ? List.of("made literal") : List.of("there");
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static void stampedWell(GeneratedCase generated, Path main, Stamped stamped) throws IOException {
        String after = new String(stamped.bytes(), StandardCharsets.UTF_8);
        assertThat(count(after, Written.O)).as("another's ID").isEqualTo(count(generated.text(), Written.O));
        Files.write(main, stamped.bytes());
        assertThat(STAMPING.stamp(Template.read(main))).isInstanceOf(Unchanged.class);
        assertThat(new TemplateCheck().expecting(Ids.OURS).check(Template.read(main)))
                .noneMatch(finding -> finding.rule().level() == Rule.Level.ERROR);
        if (generated.whose() == Whose.NONE) {
            assertThat(count(after, Ids.OURS.token())).isEqualTo(1);
        }
        Files.write(main, generated.bytes());
    }

    /** Takes nothing away, whatever stands there. */
    private static void besideOthers(GeneratedCase generated, Path main) throws IOException {
        StampOutcome outcome = STAMPING.besideOthers().stamp(Template.read(main));
        if (generated.whose() == Whose.THEIRS) {
            assertThat(
                            outcome instanceof Stamped stamped
                                    ? stamped.onlyAdds()
                                    : generated.form().kind() == Kind.OPEN)
                    .as(outcome.message())
                    .isTrue();
        } else if (generated.whose() == Whose.OURS && outcome instanceof Stamped stamped) {
            // Ours that is open has no ID in it at all.
            boolean noId = generated.form().arm().contains("'pid-', parameters('prefix')");
            assertThat(!stamped.onlyAdds() || noId).as(outcome.message()).isTrue();
        }
    }

    private static void checked(GeneratedCase generated, Path main) throws IOException {
        List<Rule> errors = new TemplateCheck()
                .expecting(Ids.OURS).check(Template.read(main)).stream()
                        .map(Finding::rule)
                        .filter(rule -> rule.level() == Rule.Level.ERROR)
                        .toList();
        String what = generated.whose() + " " + errors;
        boolean nested = generated.place() != Place.MAIN && generated.place() != Place.EMPTY_MODULE;
        switch (generated.whose()) {
            case NONE -> assertThat(errors).as(what).containsExactly(Rule.MISSING_PID);
            case THEIRS -> assertThat(errors).as(what).isNotEmpty();
            case OURS -> {
                if (nested) {
                    assertThat(errors).as(what).containsExactly(Rule.NESTED_PID);
                } else if (generated.form().kind() == Kind.LITERAL
                        || generated.form().kind() == Kind.SUFFIXED) {
                    assertThat(errors).as(what).isEmpty();
                } else {
                    assertThat(errors).as(what).containsExactly(Rule.NOT_LITERAL);
                }
            }
        }
    }
}
