package dev.partnerattribution.internal.receipts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a path looks like: a name in it is not written in clear. */
class PrivacyTest {
    private static final int PATHS = 5_000;
    private static final ResolvedAttribution ATTRIBUTION =
            ResolvedAttribution.of(TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63"));

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");
    private static final List<String> SLASHES = List.of("/", "/", "/", "//", "///", "/./", "/x/../", "\\");
    private static final List<String> WORDS = List.of(
            "subscriptions",
            "resourceGroups",
            "providers",
            "Microsoft.Storage",
            "storageAccounts",
            "listKeys",
            "locations",
            "deployments",
            "exportTemplate",
            "");

    private final NameHasher names = new NameHasher(false);

    private String line(String method, String path) {
        AsciiBuffer text = new AsciiBuffer();
        new Exchange(Route.OKHTTP, ATTRIBUTION, method, "management.azure.com", path, "api-version=secret", null, null)
                .describe(new JsonLine(text), names);
        return US_ASCII.decode(text.from(0)).toString().toLowerCase(Locale.ROOT);
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Names of the form that a word has too, where names stand: which that is, a server tells by the position alone. */
    @RepeatedTest(4)
    void what_stands_where_a_name_stands_is_hashed(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < PATHS; i++) {
            List<String> segments = new ArrayList<>(List.of("subscriptions", "secret"));
            if (random.nextBoolean()) {
                segments.addAll(List.of(any(random, List.of("resourceGroups", "RESOURCEGROUPS")), "secret"));
            }
            for (int provider = random.nextInt(3); provider > 0; provider--) {
                segments.addAll(List.of("providers", "Microsoft.Storage"));
                for (int type = random.nextInt(3); type > 0; type--) {
                    segments.addAll(List.of(any(random, List.of("storageAccounts", "Services")), secret(random)));
                }
            }
            String path = path(random, segments);
            assertThat(line(any(random, METHODS), path)).as(path).doesNotContain("secret");
        }
    }

    private static String secret(Random random) {
        return any(random, List.of("secret", "SECRETkey", "mysecret1", "%73ecret", "providers", "secret%2Fsecret"));
    }

    private static String path(Random random, List<String> segments) {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append(any(random, SLASHES)).append(segment));
        return path.append(random.nextBoolean() ? "" : any(random, SLASHES)).toString();
    }

    /** What has not the form of a word, anywhere at all. */
    @RepeatedTest(4)
    void what_looks_like_no_word_is_never_in_clear(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> pieces = new ArrayList<>(WORDS);
        pieces.addAll(
                List.of("my-secret", "1secret", "secret_", "sec%72et ", "sécret-", "%2e%2e", "secret%00", "a/secret."));
        for (int i = 0; i < PATHS; i++) {
            StringBuilder path = new StringBuilder();
            for (int segment = random.nextInt(9); segment >= 0; segment--) {
                path.append(any(random, SLASHES)).append(any(random, pieces));
            }
            assertThat(line(any(random, METHODS), path.toString()))
                    .as(path::toString)
                    .doesNotContain("secret");
        }
    }

    /** In a subscription and in a group, a word that is not Azure's is a name too. */
    @RepeatedTest(2)
    void only_keywords_of_azure_are_in_clear_without_a_provider(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> pieces =
                List.of("subscriptions", "resourceGroups", "locations", "resources", "secret", "moveResources");
        for (int i = 0; i < PATHS; i++) {
            StringBuilder path = new StringBuilder();
            for (int segment = random.nextInt(7); segment >= 0; segment--) {
                path.append(any(random, SLASHES)).append(any(random, pieces));
            }
            assertThat(line(any(random, METHODS), path.toString()))
                    .as(path::toString)
                    .doesNotContain("secret");
        }
    }
}
