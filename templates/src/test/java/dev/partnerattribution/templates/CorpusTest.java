package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.partnerattribution.templates.Refused.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CorpusTest {
    private static final Stamping STAMPING = Stamping.of(Ids.OURS);

    /** The only files that hold something which nobody but their author can decide. */
    private static final Map<String, Reason> REFUSED = Map.of(
            "arm-ttk/unit-tests/Common/Pass/100-marketplace-sample/azuredeploy.json",
            Reason.PLACEHOLDER_PID,
            "managedapp-samples/notification-endpoint/deploy-with-notification-endpoint/mainTemplate.json",
            Reason.PLACEHOLDER_PID,
            "managedapp-samples/Managed-Application-Sample-Packages/101-minimal-template/mainTemplate.json",
            Reason.PLACEHOLDER_PID,
            "managedapp-samples/Managed-Application-Sample-Packages/201-deploy-with-terraform/mainTemplate.json",
            Reason.PLACEHOLDER_PID,
            "managedapp-samples/Managed-Application-Sample-Packages/201-managed-storage-account/nestedtemplates/storageAccount.json",
            Reason.LINKED_TEMPLATE,
            "managedapp-samples/Managed-Application-Sample-Packages/201-managed-web-app/nestedtemplates/managedVm.json",
            Reason.LINKED_TEMPLATE,
            "managedapp-samples/Managed-Application-Sample-Packages/201-managed-web-app/nestedtemplates/oms.json",
            Reason.LINKED_TEMPLATE);

    @Test
    void all_but_seven_of_the_292_files_are_stamped_at_their_scopes() throws IOException {
        Map<Scope, Integer> stamped = new EnumMap<>(Scope.class);
        List<String> refused = new ArrayList<>();
        for (Path file : Corpus.files()) {
            Template template = Template.read(file);
            if (STAMPING.stamp(template) instanceof Stamped) {
                stamped.merge(template.scope().orElseThrow(), 1, Integer::sum);
            } else {
                refused.add(name(file));
            }
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(REFUSED.keySet());
        assertThat(stamped)
                .containsOnly(
                        Map.entry(Scope.RESOURCE_GROUP, 269),
                        Map.entry(Scope.SUBSCRIPTION, 9),
                        Map.entry(Scope.MANAGEMENT_GROUP, 7));
    }

    @TestFactory
    Stream<DynamicTest> each_file_is_stamped_by_the_laws_or_refused_for_its_reason() {
        return Corpus.files().stream().map(file -> dynamicTest(name(file), () -> stampedOrRefused(file)));
    }

    @TestFactory
    Stream<DynamicTest> each_file_is_checked_and_a_stamped_one_lacks_no_pid() {
        return Corpus.files().stream().map(file -> dynamicTest(name(file), () -> checked(file)));
    }

    @Test
    void placeholders_are_filled_where_that_is_asked_for() {
        List<StampOutcome> filled = Corpus.files().stream()
                .filter(file -> REFUSED.get(name(file)) == Reason.PLACEHOLDER_PID)
                .map(file -> STAMPING.fillingPlaceholders().stamp(read(file)))
                .toList();
        assertThat(filled).hasSize(4).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Stamped.class);
            assertThat(new String(((Stamped) outcome).bytes(), StandardCharsets.UTF_8))
                    .containsOnlyOnce('"' + Ids.OURS.token() + '"');
        });
    }

    private static void stampedOrRefused(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Template template = Template.read(file);
        StampOutcome outcome = STAMPING.stamp(template);
        if (outcome instanceof Refused refused) {
            assertThat(refused.reason()).as(refused.message()).isEqualTo(REFUSED.get(name(file)));
            return;
        }
        assertThat(REFUSED).doesNotContainKey(name(file));
        Stamped stamped = (Stamped) outcome;
        byte[] after = stamped.bytes();
        StampedLaws.only_adds(before, after);
        StampedLaws.has_one_resource_more(
                before, after, Ids.OURS, template.scope().orElseThrow());
        assertThat(new String(after, StandardCharsets.UTF_8)).containsOnlyOnce(Ids.OURS.token());
        StampedLaws.diff_adds_lines(stamped.diff(), isListOnOneLine(template));
        assertThat(STAMPING.stamp(Template.of(file.toString(), after))).isInstanceOf(Unchanged.class);
    }

    private static void checked(Path file) {
        Template template = read(file);
        List<Finding> before = new TemplateCheck().check(template);
        assertThat(before)
                .noneMatch(finding -> finding.rule() == Rule.UNREADABLE || finding.rule() == Rule.UNKNOWN_SCOPE);
        if (STAMPING.stamp(template) instanceof Stamped stamped) {
            assertThat(before)
                    .filteredOn(finding -> finding.rule() == Rule.MISSING_PID)
                    .hasSize(1);
            List<Finding> after = new TemplateCheck().check(Template.of(file.toString(), stamped.bytes()));
            assertThat(after)
                    .extracting(Finding::rule)
                    .filteredOn(rule -> rule != Rule.SUFFIXED_NAME)
                    .containsExactlyElementsOf(before.stream()
                            .map(Finding::rule)
                            .filter(rule -> rule != Rule.MISSING_PID)
                            .toList());
        }
    }

    private static boolean isListOnOneLine(Template template) {
        dev.partnerattribution.templates.internal.reading.Node list =
                template.document().model().section().value();
        String text = template.document().source().text(list.start(), list.end());
        return text.strip().length() > 1 && !text.contains("\n");
    }

    private static Template read(Path file) {
        try {
            return Template.read(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return Corpus.FOLDER.relativize(file).toString().replace('\\', '/');
    }
}
