package dev.partnerattribution.maven;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.internal.options.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plugin's descriptor, as Maven reads it. */
class ParametersTest {
    private static final String ON = "true";

    /** Maven makes system properties of those that its command line names, in the JVMs of tests, too. */
    @Test
    void each_property_is_known_to_the_runtime_or_passed_over_in_silence() throws IOException {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        Map<String, String> properties = Pattern.compile("\\$\\{(partner\\.attribution\\.[^}]+)}")
                .matcher(descriptor)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .filter(name -> !name.endsWith(".trackingId"))
                .collect(toMap(name -> name, name -> ON));

        assertThat(properties).hasSizeGreaterThan(15).containsKey("partner.attribution.fail-on");
        assertThat(Settings.of("", properties, Map.of()).warnings()).isEmpty();
    }
}
