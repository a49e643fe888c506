package dev.partnerattribution.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ID of a channel, given by the build in place of the source's. */
class BuildOptionsTest {
    private static final String CHANNEL = "5d3c1f0e-8a42-47b6-b1f9-6e0d2c7a9485";
    private static final JavaFileObject WITHOUT_ID = source("WithoutId", "");
    private static final JavaFileObject WITH_ID =
            source("WithId", "(guid = \"7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\", partner = \"Contoso\")");
    private static final JavaFileObject WITH_FAULTY_ID = source("WithFaultyId", "(guid = \"short\")");

    @Test
    void the_builds_guid_stands_for_a_missing_one_and_replaces_any_other() {
        Compilation compilation =
                compile(List.of("-Apartner.attribution.guid=" + CHANNEL), WITHOUT_ID, WITH_ID, WITH_FAULTY_ID);
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(trackingIds(compilation)).hasSize(3).containsOnly("pid-" + CHANNEL);
    }

    @Test
    void the_builds_tracking_id_is_taken_verbatim() {
        Compilation compilation =
                compile(List.of("-Apartner.attribution.trackingId=pid-contoso-tool-partnercenter"), WITHOUT_ID);
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(trackingIds(compilation)).containsExactly("pid-contoso-tool-partnercenter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Apartner.attribution.guid=5d3c1f0e-8a42-47b6-b1f9-6e0d2c7a948"
                        + "|[partner-attribution:invalid-id] option -Apartner.attribution.guid: "
                        + "\"5d3c1f0e-8a42-47b6-b1f9-6e0d2c7a948\" has 31 hexadecimal digits where a GUID has 32: "
                        + "use the GUID that you registered in Partner Center",
                "-Apartner.attribution.guid=|[partner-attribution:invalid-id] option -Apartner.attribution.guid: "
                        + "it is blank: use the GUID that you registered in Partner Center",
                "-Apartner.attribution.guid|[partner-attribution:invalid-id] option -Apartner.attribution.guid: "
                        + "it is blank: use the GUID that you registered in Partner Center",
                "-Apartner.attribution.trackingId=" + CHANNEL + "|[partner-attribution:invalid-id] option "
                        + "-Apartner.attribution.trackingId: \"" + CHANNEL + "\" is a bare GUID: give it as the GUID, "
                        + "or write pid-" + CHANNEL,
                "-Apartner.attribution.gid=" + CHANNEL + "|[partner-attribution:unknown-option] unknown option "
                        + "-Apartner.attribution.gid; known: -Apartner.attribution.guid, -Apartner.attribution.trackingId, "
                        + "-Apartner.attribution.notice, -Apartner.attribution.templates"
            })
    void a_faulty_option_is_said_once_however_many_classes_are_annotated(String option, String message) {
        Compilation compilation = compile(List.of(option), WITHOUT_ID, WITH_ID, WITH_FAULTY_ID);
        assertThat(compilation.diagnostics().stream().map(Note::of)).containsExactly(new Note("error", 3, 1, message));
    }

    @Test
    void both_options_together_are_a_fault() {
        Compilation compilation = compile(
                List.of("-Apartner.attribution.guid=" + CHANNEL, "-Apartner.attribution.trackingId=pid-" + CHANNEL),
                WITHOUT_ID);
        assertThat(compilation.diagnostics().stream().map(Note::of))
                .containsExactly(new Note(
                        "error",
                        3,
                        1,
                        "[partner-attribution:two-options] options -Apartner.attribution.guid and "
                                + "-Apartner.attribution.trackingId are both given: remove one of them"));
    }

    @Test
    void a_doubtful_id_is_said_once_however_many_classes_are_annotated() {
        Compilation compilation = compile(
                List.of("-Apartner.attribution.guid=aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"), WITHOUT_ID, WITH_ID);
        assertThat(compilation.diagnostics().stream().map(Note::of))
                .containsExactly(new Note(
                        "warning",
                        3,
                        1,
                        "[partner-attribution:doubtful-id] option -Apartner.attribution.guid: "
                                + "pid-aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa is well-formed, but all its digits are the "
                                + "same: make sure that it is the GUID registered in Partner Center"));
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void ten_megabytes_are_reported_in_a_line_of_ordinary_length() {
        Compilation compilation = compile(List.of("-Apartner.attribution.guid=" + "7".repeat(10_000_000)), WITHOUT_ID);
        assertThat(compilation.diagnostics().stream().map(Note::of))
                .containsExactly(new Note(
                        "error",
                        3,
                        1,
                        "[partner-attribution:invalid-id] option -Apartner.attribution.guid: \"" + "7".repeat(60)
                                + "...\" has 10000000 hexadecimal digits where a GUID has 32: "
                                + "use the GUID that you registered in Partner Center"));
    }

    private static JavaFileObject source(String name, String attributes) {
        return JavaFileObjects.forSourceString(
                name,
                """
                import dev.partnerattribution.PartnerAttribution;

                @PartnerAttribution%s
                class %s {}
                """
                        .formatted(attributes, name));
    }

    private static Compilation compile(List<String> options, JavaFileObject... sources) {
        return javac().withProcessors(new PartnerAttributionProcessor())
                .withOptions(options)
                .compile(sources);
    }

    private static List<String> trackingIds(Compilation compilation) {
        List<String> ids = new ArrayList<>();
        for (JavaFileObject source : compilation.generatedSourceFiles()) {
            Matcher matcher = Pattern.compile("TRACKING_ID = \"(.*)\"").matcher(GoldenTest.content(source));
            assertThat(matcher.find()).isTrue();
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
