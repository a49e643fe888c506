package dev.partnerattribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.internal.useragent.TrackingIdForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingIdTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String YOURS = "use the GUID that you registered in Partner Center";
    private static final String SHAPE = "a marketplace ID looks like pid-<name>-partnercenter; "
            + "copy it as Partner Center's Technical configuration page shows it";
    private static final String YOUR_OFFERS =
            "use the tracking ID that Partner Center's Technical configuration page shows for your own plan";
    private static final String MICROSOFT = "the sample on Microsoft's page, never a partner's: " + YOUR_OFFERS;
    private static final int LONGEST_MESSAGE = 400;

    @ParameterizedTest
    @MethodSource
    void a_guid_becomes_its_token_in_lower_case(String guid, String token) {
        TrackingId id = TrackingId.ofGuid(guid);

        assertThat(id.token()).isEqualTo(token);
        assertThat(id.guid()).isEqualTo(token.substring(4));
        assertThat(id).hasToString(token);
    }

    static Stream<Arguments> a_guid_becomes_its_token_in_lower_case() {
        return Stream.of(
                arguments(GUID, "pid-" + GUID),
                arguments("7C0E12A9-3F64-4D0B-9D5E-2B8F6A1C4E73", "pid-" + GUID),
                arguments("7c0E12a9-3F64-4d0B-9d5E-2b8F6a1C4e73", "pid-" + GUID));
    }

    @ParameterizedTest
    @MethodSource
    void a_whole_tracking_id_becomes_its_token(String given, String token, String guid) {
        TrackingId id = TrackingId.parse(given);

        assertThat(id.token()).isEqualTo(token);
        assertThat(id.guid()).isEqualTo(guid);
    }

    static Stream<Arguments> a_whole_tracking_id_becomes_its_token() {
        String longest = "pid-" + "a".repeat(TrackingIdForm.MAX_LENGTH - 18) + "-partnercenter";
        return Stream.of(
                arguments("pid-" + GUID, "pid-" + GUID, GUID),
                arguments("PID-7C0E12A9-3F64-4D0B-9D5E-2B8F6A1C4E73", "pid-" + GUID, GUID),
                arguments("pid-" + GUID + "-partnercenter", "pid-" + GUID + "-partnercenter", null),
                arguments("pid-Fabrikam-MyOffer-partnercenter", "pid-Fabrikam-MyOffer-partnercenter", null),
                arguments("pid-fabrikam.my_offer-partnercenter", "pid-fabrikam.my_offer-partnercenter", null),
                arguments("pid-1-partnercenter", "pid-1-partnercenter", null),
                arguments(longest, longest, null));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_guid_is_rejected_saying_what_is_wrong_and_what_to_do(String guid, String message) {
        assertRejected(catchThrowable(() -> TrackingId.ofGuid(guid)), message);
    }

    static Stream<Arguments> what_is_no_guid_is_rejected_saying_what_is_wrong_and_what_to_do() {
        return Stream.of(
                arguments("", "it is blank: " + YOURS),
                arguments(" \t\r\n", "it is blank: " + YOURS),
                arguments(
                        "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e7",
                        "\"7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e7\" has 31 hexadecimal digits where a GUID has 32: "
                                + YOURS),
                arguments(GUID + "0", "\"" + GUID + "0\" has 33 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments("1-1-1-1-1", "\"1-1-1-1-1\" has 5 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments("----", "\"----\" has 0 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments(
                        "7c0e12a93f644d0b9d5e2b8f6a1c4e73",
                        "\"7c0e12a93f644d0b9d5e2b8f6a1c4e73\" has 32 hexadecimal digits, but not grouped 8-4-4-4-12: "
                                + "put the dashes right"),
                arguments(
                        "7c0e12a-93f64-4d0b-9d5e-2b8f6a1c4e73",
                        "\"7c0e12a-93f64-4d0b-9d5e-2b8f6a1c4e73\" has 32 hexadecimal digits, but not grouped "
                                + "8-4-4-4-12: put the dashes right"),
                arguments("{" + GUID + "}", "\"{" + GUID + "}\" is written in brackets: remove them"),
                arguments("(" + GUID + ")", "\"(" + GUID + ")\" is written in brackets: remove them"),
                arguments(
                        "pid-" + GUID,
                        "\"pid-" + GUID + "\" starts with pid-: a GUID is given bare; remove the prefix, "
                                + "or give the whole as a tracking ID"),
                arguments(
                        "PID-fabrikam-partnercenter",
                        "\"PID-fabrikam-partnercenter\" starts with pid-: a GUID is given bare; remove the prefix, "
                                + "or give the whole as a tracking ID"),
                arguments(
                        "7cOe12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                        "\"7cOe12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\" is not a GUID: only 0-9, a-f and - can stand in one, "
                                + "not \"O\" at position 3; " + YOURS),
                arguments(
                        "urn:uuid:" + GUID,
                        "\"urn:uuid:" + GUID + "\" is not a GUID: only 0-9, a-f and - can stand in one, not \"u\" "
                                + "at position 1; " + YOURS),
                arguments("<error>", "\"<error>\" is a placeholder: " + YOURS),
                arguments(
                        GUID + "\n",
                        "\"" + GUID + "\\u000a\" has the character U+000A at position 37, which can't stand in a "
                                + "tracking ID: remove it, or type it in ASCII"),
                arguments(
                        "7c0e12a9-3f64-4d0b\r\nX-Evil: 1",
                        "\"7c0e12a9-3f64-4d0b\\u000d\\u000aX-Evil: 1\" has the character U+000D at position 19, which "
                                + "can't stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        " " + GUID,
                        "\" " + GUID + "\" has the character U+0020 at position 1, which can't stand in a tracking ID: "
                                + "remove it, or type it in ASCII"),
                arguments(
                        "\uff17c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73",
                        "\"\\uff17c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\" has the character U+FF17 at position 1, which "
                                + "can't stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        "7c0e12\u04309-3f64-4d0b-9d5e-2b8f6a1c4e73",
                        "\"7c0e12\\u04309-3f64-4d0b-9d5e-2b8f6a1c4e73\" has the character U+0430 at position 7, which "
                                + "can't stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        "\ud83d\ude00",
                        "\"\\ud83d\\ude00\" has the character U+1F600 at position 1, which can't stand in a tracking "
                                + "ID: remove it, or type it in ASCII"),
                arguments(
                        GUID + "\0",
                        "\"" + GUID + "\\u0000\" has the character U+0000 at position 37, which can't stand in a "
                                + "tracking ID: remove it, or type it in ASCII"));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_tracking_id_is_rejected_saying_what_is_wrong_and_what_to_do(String id, String message) {
        assertRejected(catchThrowable(() -> TrackingId.parse(id)), message);
    }

    static Stream<Arguments> what_is_no_tracking_id_is_rejected_saying_what_is_wrong_and_what_to_do() {
        String tooLong = "pid-" + "a".repeat(TrackingIdForm.MAX_LENGTH - 17) + "-partnercenter";
        return Stream.of(
                arguments("", "it is blank: " + YOURS),
                arguments(GUID, "\"" + GUID + "\" is a bare GUID: give it as the GUID, or write pid-" + GUID),
                arguments("pid-pid-" + GUID, "\"pid-pid-" + GUID + "\" says pid- twice: once is right"),
                arguments(
                        "pid-PID-fabrikam-partnercenter",
                        "\"pid-PID-fabrikam-partnercenter\" says pid- twice: once is right"),
                arguments(
                        "pid-7c0e12a9-3f64-4d0b",
                        "\"pid-7c0e12a9-3f64-4d0b\" has 16 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments("pid-", "\"pid-\" has 0 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments("pid-1-1-1-1-1", "\"pid-1-1-1-1-1\" has 5 hexadecimal digits where a GUID has 32: " + YOURS),
                arguments(
                        "pid-" + GUID + "-suffix",
                        "\"pid-" + GUID + "-suffix\" goes on after the GUID: a suffix belongs only to the name of a "
                                + "deployment in a template; remove it (only a marketplace ID goes on, with "
                                + "-partnercenter)"),
                arguments(
                        "pid-" + GUID + "-001",
                        "\"pid-" + GUID + "-001\" goes on after the GUID: a suffix belongs only to the name of a "
                                + "deployment in a template; remove it (only a marketplace ID goes on, with "
                                + "-partnercenter)"),
                arguments("pid-{" + GUID + "}", "\"pid-{" + GUID + "}\" is written in brackets: remove them"),
                arguments("{pid-" + GUID + "}", "\"{pid-" + GUID + "}\" is written in brackets: remove them"),
                arguments("pid-fabrikam", "\"pid-fabrikam\" has no known form; " + SHAPE),
                arguments("pid-partnercenter", "\"pid-partnercenter\" has no known form; " + SHAPE),
                arguments("pid--partnercenter", "\"pid--partnercenter\" has no known form; " + SHAPE),
                arguments("pid--x-partnercenter", "\"pid--x-partnercenter\" has no known form; " + SHAPE),
                arguments("pid-a/b-partnercenter", "\"pid-a/b-partnercenter\" has no known form; " + SHAPE),
                arguments("fabrikam-partnercenter", "\"fabrikam-partnercenter\" does not start with pid-; " + SHAPE),
                arguments(
                        "pid " + GUID,
                        "\"pid " + GUID + "\" has the character U+0020 at position 4, which can't "
                                + "stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        "pid-\u04300-partnercenter",
                        "\"pid-\\u04300-partnercenter\" has the character U+0430 at "
                                + "position 5, which can't stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        "pid-a\r\n-partnercenter",
                        "\"pid-a\\u000d\\u000a-partnercenter\" has the character U+000D "
                                + "at position 6, which can't stand in a tracking ID: remove it, or type it in ASCII"),
                arguments(
                        tooLong,
                        "\"" + tooLong.substring(0, 60) + "...\" has 201 characters, more than 200; " + SHAPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX",
                "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
                "<Tracking GUID>",
                "<Tracking GUID \u2026>",
                "XXXXXXXX-\u2026",
                "$(PID)",
                "${pid}",
                "{{pid}}"
            })
    void placeholders_are_called_so_in_every_form(String placeholder) {
        String message = " is a placeholder: " + YOURS;

        assertThat(fault(() -> TrackingId.ofGuid(placeholder))).endsWith(message);
        assertThat(fault(() -> TrackingId.parse(placeholder))).endsWith(message);
        assertThat(fault(() -> TrackingId.parse("pid-" + placeholder))).endsWith(message);
        assertThat(fault(() -> TrackingId.parse("pid-" + placeholder + "-partnercenter")))
                .contains("\" is a placeholder")
                .endsWith(": " + YOUR_OFFERS);
    }

    @ParameterizedTest
    @MethodSource
    void well_formed_ids_that_are_nobodys_or_anothers_are_rejected_in_any_case_and_form(String guid, String owner) {
        String token = "pid-" + guid;
        String whose = "\" is " + owner + ", never a partner's: ";
        String message = whose + YOURS;

        assertRejected(catchThrowable(() -> TrackingId.ofGuid(guid)), "\"" + token + message);
        assertRejected(catchThrowable(() -> TrackingId.ofGuid(guid.toUpperCase(Locale.ROOT))), "\"" + token + message);
        assertRejected(catchThrowable(() -> TrackingId.parse(token)), "\"" + token + message);
        assertRejected(
                catchThrowable(() -> TrackingId.parse(token + "-partnercenter")),
                "\"" + token + "-partnercenter" + whose + YOUR_OFFERS);
    }

    static Stream<Arguments> well_formed_ids_that_are_nobodys_or_anothers_are_rejected_in_any_case_and_form() {
        return Stream.of(
                arguments("b6addd8f-5ff4-4fc0-a2b5-0ec7861106c4", "the sample on Microsoft's page"),
                arguments("00000000-0000-0000-0000-000000000000", "a placeholder"),
                arguments(
                        "222c6c49-1b0a-5959-a213-6608f9eb8820",
                        "the default of Terraform's azurerm and azapi providers"),
                arguments("a90539d8-a7a6-5826-95c4-1fbef22d4b22", "the default of Pulumi"),
                arguments("a9cee75d-8f11-42e4-bc19-953757f4ea3c", "the default of Crossplane"));
    }

    @Test
    void the_sample_on_microsofts_page_that_is_not_even_a_guid_is_recognised_with_its_31_digits() {
        String sample = "eb7927c8-dd66-43e1-b0cf-c346a422063";
        String message = "\" is the sample on Microsoft's page, and has 31 hexadecimal digits where a GUID has 32: ";

        assertRejected(catchThrowable(() -> TrackingId.ofGuid(sample)), "\"" + sample + message + YOURS);
        assertRejected(
                catchThrowable(() -> TrackingId.ofGuid(sample.toUpperCase(Locale.ROOT))),
                "\"" + sample.toUpperCase(Locale.ROOT) + message + YOURS);
        assertRejected(catchThrowable(() -> TrackingId.parse("pid-" + sample)), "\"pid-" + sample + message + YOURS);
        assertRejected(
                catchThrowable(() -> TrackingId.parse("pid-" + sample + "-partnercenter")),
                "\"pid-" + sample + "-partnercenter\" is " + MICROSOFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid-contoso-myoffer-partnercenter", "pid-Contoso-MyOffer-PartnerCenter"})
    void the_sample_of_a_marketplace_id_is_recognised(String sample) {
        assertRejected(catchThrowable(() -> TrackingId.parse(sample)), "\"" + sample + "\" is " + MICROSOFT);
    }

    @ParameterizedTest
    @MethodSource
    void ten_megabytes_are_rejected_with_a_short_message(String tenMegabytes) {
        assertRejected(catchThrowable(() -> TrackingId.ofGuid(tenMegabytes)));
        assertRejected(catchThrowable(() -> TrackingId.parse(tenMegabytes)));
        assertRejected(catchThrowable(() -> TrackingId.parse("pid-" + tenMegabytes)));
        assertRejected(catchThrowable(() -> TrackingId.parse("pid-" + tenMegabytes + "-partnercenter")));
    }

    static List<String> ten_megabytes_are_rejected_with_a_short_message() {
        int size = 10 * 1024 * 1024;
        List<String> texts = new ArrayList<>();
        for (String c : new String[] {"a", "z", "-", " ", "x", "\n", "\uff11", "{", "<", "\""}) {
            texts.add(c.repeat(size));
        }
        texts.add(GUID.repeat(size / GUID.length()));
        return texts;
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void messages_are_the_same_in_a_locale_with_other_digits() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(String.format("%d", 1)).as("digits of this locale").isEqualTo("\u0661");
            assertRejected(
                    catchThrowable(() -> TrackingId.ofGuid("a\n")),
                    "\"a\\u000a\" has the character U+000A at position 2, which can't stand in a tracking ID: remove "
                            + "it, or type it in ASCII");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void lower_case_is_that_of_ascii_in_a_turkish_locale_too() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(TrackingId.parse("PID-" + GUID.toUpperCase(Locale.ROOT)).token())
                    .isEqualTo("pid-" + GUID);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ids_of_one_token_are_equal() {
        TrackingId id = TrackingId.ofGuid(GUID);

        assertThat(id).isEqualTo(TrackingId.parse("PID-" + GUID)).hasSameHashCodeAs(TrackingId.parse("pid-" + GUID));
        assertThat(id)
                .isNotEqualTo(TrackingId.parse("pid-" + GUID + "-partnercenter"))
                .isNotEqualTo(id.token());
    }

    @ParameterizedTest
    @MethodSource
    void an_id_that_is_probably_not_meant_is_accepted_with_a_doubt(String id, String doubt) {
        assertThat(TrackingId.parse(id).doubt()).isEqualTo(doubt);
    }

    static Stream<Arguments> an_id_that_is_probably_not_meant_is_accepted_with_a_doubt() {
        return Stream.of(
                arguments("pid-" + GUID, null),
                arguments("pid-11111111-1111-1111-1111-111111111111", "all its digits are the same"),
                arguments("pid-12345678-1234-1234-1234-123456789012", "its digits count upwards"),
                arguments("pid-11111111-1111-1111-1111-111111111112", null),
                arguments("pid-11111111-1111-1111-1111-111111111111-partnercenter", null));
    }

    @Property
    void any_text_is_a_token_of_the_grammar_or_rejected_in_one_printable_line(@ForAll("texts") String text) {
        assertTokenOrFault(() -> TrackingId.parse(text));
        assertTokenOrFault(() -> TrackingId.ofGuid(text));
    }

    @Property
    void parsing_a_token_gives_the_same_id(@ForAll("texts") String text) {
        TrackingId id;
        try {
            id = TrackingId.parse(text);
        } catch (InvalidTrackingIdException e) {
            return;
        }
        assertThat(TrackingId.parse(id.token())).isEqualTo(id);
        assertThat(id.token()).isEqualToIgnoringCase(text);
    }

    @Property(tries = 200)
    void every_registered_guid_is_accepted_in_every_case(@ForAll("guids") String guid) {
        Assume.that(!guid.startsWith("00000000-0000-0000-0000"));

        assertThat(TrackingId.ofGuid(guid).guid()).isEqualTo(guid.toLowerCase(Locale.ROOT));
        assertThat(TrackingId.ofGuid(guid)).isEqualTo(TrackingId.parse("pid-" + guid));
    }

    /** Anything, near misses, and what is right. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> body = Arbitraries.oneOf(
                guids(),
                Arbitraries.strings()
                        .withCharRange('a', 'g')
                        .withChars("0123456789-ABC")
                        .ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(30),
                Arbitraries.strings().all().ofMaxLength(220),
                Arbitraries.strings().alpha().numeric().withChars("-_.").ofMaxLength(210));
        Arbitrary<String> prefix = Arbitraries.of("", "pid-", "PID-", "pid", "pid-pid-", " pid-", "{");
        Arbitrary<String> suffix =
                Arbitraries.of("", "", "-partnercenter", "-PartnerCenter", "-suffix", "\n", "\0", "}");
        return Combinators.combine(prefix, body, suffix).as((a, b, c) -> a + b + c);
    }

    @Provide
    Arbitrary<String> guids() {
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789abcdefABCDEF").ofLength(32);
        return digits.map(d -> d.substring(0, 8) + "-" + d.substring(8, 12) + "-" + d.substring(12, 16) + "-"
                + d.substring(16, 20) + "-" + d.substring(20));
    }

    private static void assertTokenOrFault(Runnable parse) {
        InvalidTrackingIdException fault = null;
        try {
            parse.run();
        } catch (InvalidTrackingIdException e) {
            fault = e;
        }
        if (fault != null) {
            assertRejected(fault);
        }
    }

    private static String fault(Runnable parse) {
        return catchThrowableOfType(InvalidTrackingIdException.class, parse::run)
                .getMessage();
    }

    private static void assertRejected(Throwable fault, String message) {
        assertThat(fault).hasMessage(message);
        assertRejected(fault);
    }

    private static void assertRejected(Throwable fault) {
        assertThat(fault).isInstanceOf(InvalidTrackingIdException.class);
        assertThat(fault.getMessage()).matches("[ -~]+").hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
    }
}
