package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.ArmExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The agent's options in a file. */
class OptionsFileIT {
    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("partner attribution.conf"), content);
    }

    private static void assertOff(String options, String why) {
        SmallRun.assertUnstamped(
                extension.arm(),
                SmallRun.of(extension.arm()).agent(Jars.AGENT, options),
                Said.PREFIX + "off: agent option " + why);
    }

    @Test
    void each_line_is_an_option_beside_those_of_the_command_line() throws IOException {
        Path file = file(
                """
                # Contoso's product
                guid=%s

                  arm-hosts = arm.contoso.example
                """
                        .formatted(Way.GUID));

        SmallRun.assertStamped(
                extension.arm(), SmallRun.of(extension.arm()).agent(Jars.AGENT, "config=" + file + ",summary=false"));
    }

    @Test
    void an_option_that_stands_in_both_is_not_guessed_at() throws IOException {
        assertOff("guid=" + Way.GUID + ",config=" + file("guid=" + Way.GUID), "guid is given twice: give it once");
    }

    @Test
    void a_file_that_is_not_there_turns_attribution_off() {
        Path missing = directory.resolve("missing.conf");

        assertOff(
                "guid=" + Way.GUID + ",config=" + missing,
                "config: \"" + missing + "\" is not there (" + missing
                        + "): write config= and a text file in UTF-8 with one option a line, and no config in it");
    }
}
