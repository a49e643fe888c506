package dev.partnerattribution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import dev.partnerattribution.internal.options.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Another JVM's sources decide, in the order of that JVM, and this one's don't. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class ForecastTest {
    private static final String ONE = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String TWO = "0d9f5b21-6c3e-4f8a-8b17-5e2a9c4d6f10";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private static AttributionConfiguration annotated(String name, String guid) {
        return new AttributionConfiguration() {
            @Override
            public String annotatedClass() {
                return name;
            }

            @Override
            public String trackingId() {
                return "pid-" + guid;
            }

            @Override
            public String partner() {
                return "";
            }
        };
    }

    private static String forecast(
            String options, Map<String, String> properties, List<AttributionConfiguration> annotated, String main) {
        return Forecast.of(options, properties, Map.of("PATH", "/bin"), annotated, main)
                .attribution()
                .toString();
    }

    @Test
    void an_agent_option_comes_before_a_property_and_that_before_an_annotation() {
        Map<String, String> property = Map.of("partner.attribution.guid", TWO);
        List<AttributionConfiguration> annotated = List.of(annotated("com.contoso.Tool", ONE));

        assertThat(forecast("guid=" + ONE, property, annotated, null))
                .isEqualTo("pid-" + ONE + " from agent option guid");
        assertThat(forecast("", property, annotated, null))
                .isEqualTo("pid-" + TWO + " from system property partner.attribution.guid");
        assertThat(forecast("", Map.of(), annotated, null))
                .isEqualTo("pid-" + ONE + " from @PartnerAttribution of com.contoso.Tool");
        assertThat(forecast("", Map.of(), List.of(), null)).isEqualTo("off: no tracking ID was given");
    }

    @Test
    void of_several_annotations_that_of_the_given_main_class_counts() {
        List<AttributionConfiguration> two = List.of(annotated("One", ONE), annotated("Two", TWO));

        assertThat(forecast("", Map.of(), two, "Two")).startsWith("pid-" + TWO);
        assertThat(forecast("", Map.of(), two, "Three")).startsWith("off: several classes are annotated");
        assertThat(forecast("guid=" + ONE, Map.of(), two, null)).startsWith("pid-" + ONE);
    }

    @Test
    void a_mistake_switches_off_and_an_opt_out_wins() {
        assertThat(forecast("giud=" + ONE, Map.of(), List.of(), null)).startsWith("off: unknown agent option \"giud\"");
        assertThat(forecast("guid=" + ONE, Map.of("partner.attribution.opt-out", "true"), List.of(), null))
                .isEqualTo("off: opted out by system property partner.attribution.opt-out");
    }

    @Test
    void routes_are_those_that_are_left_on() {
        assertThat(Forecast.of("routes=okhttp;vertx", Map.of(), Map.of(), List.of(), null)
                        .routes())
                .containsExactlyInAnyOrder(Route.OKHTTP, Route.VERTX, Route.TLS);
        assertThat(Forecast.of("", Map.of(), Map.of(), List.of(), null).routes())
                .containsExactly(Route.values());
    }

    @Test
    void what_this_jvm_was_told_does_not_matter() {
        System.setProperty("partner.attribution.guid", TWO);

        assertThat(forecast("", Map.of(), List.of(), null)).isEqualTo("off: no tracking ID was given");
    }
}
