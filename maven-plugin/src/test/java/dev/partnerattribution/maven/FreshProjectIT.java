package dev.partnerattribution.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshProjectIT {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": []
            }
            """;

    @TempDir
    Path folder;

    @Test
    void both_goals_leave_the_source_as_it_is_and_a_second_build_gives_the_same_bytes() throws Exception {
        FreshProject project = new FreshProject(folder, goals("<goal>stamp</goal><goal>check</goal>", GUID));
        project.template(TEMPLATE);

        assertThat(project.build()).endsWith("exit 0");
        String first = Files.readString(project.built());
        assertThat(first).contains("pid-" + GUID);
        assertThat(project.source()).hasContent(TEMPLATE);

        assertThat(project.build()).endsWith("exit 0");
        assertThat(Files.readString(project.built())).isEqualTo(first);
    }

    @Test
    void a_template_without_the_id_fails_the_build_with_the_rule_its_place_and_the_fix() throws Exception {
        FreshProject project = new FreshProject(folder, goals("<goal>check</goal>", GUID));
        project.template(TEMPLATE);

        assertThat(project.build())
                .containsPattern("azuredeploy\\.json:\\d+:\\d+: error PAT\\d+ .* Fix: ")
                .endsWith("exit 1");
    }

    @Test
    void without_an_id_the_stamp_says_what_to_configure() throws Exception {
        FreshProject project = new FreshProject(
                folder, "<executions><execution><goals><goal>stamp</goal></goals></execution></executions>");
        project.template(TEMPLATE);

        assertThat(project.build())
                .contains("no tracking ID is given: configure <guid> or <trackingId>")
                .endsWith("exit 1");
    }

    private static String goals(String goals, String guid) {
        return "<configuration><guid>" + guid + "</guid></configuration><executions><execution><goals>" + goals
                + "</goals></execution></executions>";
    }
}
