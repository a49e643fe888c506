package dev.partnerattribution.internal.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What holds for every User-Agent, whatever the program or a former stamp left in it. */
class StampPropertiesTest {
    private static final String OURS = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OTHER = "pid-0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    /** Greedy, so that the longest counts. */
    private static final Pattern TRACKING_ID =
            Pattern.compile("(?i)(?<![a-z0-9_-])pid-((?!pid-)[a-z0-9][a-z0-9._-]*-partnercenter"
                    + "|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?![a-z0-9_-])");

    private final Sandbox sandbox = new Sandbox();
    private final Stamp stamp = new Stamp(TrackingId.parse(OURS), ArmHosts.KNOWN);

    @BeforeProperty
    void enter() {
        sandbox.enter();
    }

    @AfterProperty
    void leave() {
        sandbox.leave();
    }

    @Property
    void applying_twice_equals_applying_once(@ForAll("hosts") String host, @ForAll("userAgents") String userAgent) {
        String once = stamp.apply(host, userAgent);

        assertThat(stamp.apply(host, once)).isSameAs(once);
    }

    @Property
    void an_arm_host_sees_our_token_once_or_the_other_ids_that_were_there(@ForAll("userAgents") String userAgent) {
        List<String> others = trackingIds(userAgent);
        others.removeIf(OURS::equals);

        assertThat(trackingIds(stamp.apply("management.azure.com", userAgent)))
                .isEqualTo(others.isEmpty() ? List.of(OURS) : others);
    }

    @Property
    void ours_is_a_word_of_its_own_there(@ForAll("userAgents") String userAgent) {
        String stamped = stamp.apply("management.azure.com", userAgent);

        assertThat(List.of(stamped.toLowerCase(Locale.ROOT).split("[ \t]+")).contains(OURS))
                .isEqualTo(trackingIds(stamped).contains(OURS));
    }

    @Property
    void another_host_never_sees_our_token(@ForAll("userAgents") String userAgent) {
        String stamped = stamp.apply("management.azure.com", userAgent);

        assertThat(trackingIds(stamp.apply("contoso.vault.azure.net", userAgent)))
                .doesNotContain(OURS);
        assertThat(trackingIds(stamp.apply("contoso.vault.azure.net", stamped))).doesNotContain(OURS);
    }

    @Property
    void everything_else_stays_as_it_was(@ForAll("hosts") String host, @ForAll("userAgents") String userAgent) {
        assertThat(otherText(stamp.apply(host, userAgent))).isEqualTo(otherText(userAgent));
    }

    @Property
    void no_control_character_is_ever_added(@ForAll("hosts") String host, @ForAll("userAgents") String userAgent) {
        assertThat(controls(stamp.apply(host, userAgent))).isLessThanOrEqualTo(controls(userAgent));
    }

    private static long controls(String text) {
        return text.chars().filter(Character::isISOControl).count();
    }

    /** What is left without our tokens and the blanks, in its order. */
    private static String otherText(String text) {
        return TRACKING_ID
                .matcher(text)
                .replaceAll(id -> id.group().equalsIgnoreCase(OURS) ? "" : Matcher.quoteReplacement(id.group()))
                .replaceAll("[ \t]", "");
    }

    /** The tracking IDs in a text, found by other means than the code under test. */
    private static List<String> trackingIds(String text) {
        return TRACKING_ID
                .matcher(text)
                .results()
                .map(id -> id.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("management.azure.com", "EastUS.Management.Azure.com.", "contoso.vault.azure.net", "");
    }

    @Provide
    Arbitrary<String> userAgents() {
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of(OURS, OURS.toUpperCase(Locale.ROOT), OTHER, "pid-Offer-partnercenter"),
                Arbitraries.of("sdk/1", "(17; Linux)", "(" + OURS + ")", "pid-" + OURS, OURS + "\r\n", "\n" + OTHER),
                Arbitraries.of(";" + OURS, "+" + OTHER, "-partnercenter", OTHER + "+GITHUBACTIONS/x", "pid-", "."),
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(12));
        Arbitrary<String> blanks = Arbitraries.of(" ", " ", "  ", "\t", "");
        return Combinators.combine(words, blanks)
                .as((word, blank) -> word + blank)
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }
}
