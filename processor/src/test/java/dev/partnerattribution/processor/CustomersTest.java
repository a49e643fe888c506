package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner's customers get beside the program: the notice, and templates. */
class CustomersTest {
    private static final String GUID = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String NOTICE = "META-INF/partner-attribution-notice.txt";
    private static final String EMPTY_TEMPLATE =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": []
            }
            """;

    private Project project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = new Project(directory);
    }

    private Project annotated(String attributes) {
        return project.source(
                "com/contoso/DeployTool.java",
                """
                package com.contoso;

                @dev.partnerattribution.PartnerAttribution(guid = "%s"%s)
                class DeployTool {}
                """
                        .formatted(GUID, attributes));
    }

    private void resource(String path, String text) throws IOException {
        Path file = project.classes().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Note> compile(String... options) {
        return project.compile(options);
    }

    @Test
    void the_notice_is_written_where_it_is_asked_for() {
        annotated(", partner = \"Contoso\"");

        assertThat(compile("-Apartner.attribution.notice")).isEmpty();

        assertThat(project.read(NOTICE))
                .startsWith(
                        "When you deploy Contoso software, Microsoft can identify the installation of Contoso software")
                .endsWith("PARTNER_ATTRIBUTION_OPT_OUT=true where the software runs.\n");
    }

    @Test
    void no_notice_is_written_otherwise() {
        annotated(", partner = \"Contoso\"");

        assertThat(compile()).isEmpty();
        assertThat(compile("-Apartner.attribution.notice=false")).isEmpty();

        assertThat(project.output()).doesNotContain(NOTICE);
    }

    @Test
    void a_notice_without_a_partner_is_a_fault() {
        annotated("");

        assertThat(compile("-Apartner.attribution.notice=true"))
                .extracting(Note::text)
                .containsExactly("[partner-attribution:no-partner] option -Apartner.attribution.notice asks for the "
                        + "notice to customers, which names the partner: add partner = \"<your company>\"");
    }

    @Test
    void a_value_that_is_neither_true_nor_false_is_a_fault() {
        annotated(", partner = \"Contoso\"");

        assertThat(compile("-Apartner.attribution.notice=yes"))
                .extracting(Note::text)
                .containsExactly("[partner-attribution:unknown-value] option -Apartner.attribution.notice: write "
                        + "-Apartner.attribution.notice=true or =false");
    }

    @Test
    void a_main_template_without_the_id_is_a_warning_at_the_annotated_class() throws IOException {
        annotated("");
        resource("infra/azuredeploy.json", EMPTY_TEMPLATE);

        assertThat(compile())
                .containsExactly(new Note(
                        "warning",
                        4,
                        1,
                        "[partner-attribution:template-without-id] the main template infra/azuredeploy.json among the "
                                + "resources does not have pid-" + GUID + ", so that who deploys it is not attributed "
                                + "to you: stamp it by `partner-attribution template stamp` or the Maven plugin; "
                                + "-Apartner.attribution.templates=false keeps from looking"));
    }

    @Test
    void it_is_not_looked_at_where_that_is_switched_off() throws IOException {
        annotated("");
        resource("infra/azuredeploy.json", EMPTY_TEMPLATE);

        assertThat(compile("-Apartner.attribution.templates=false")).isEmpty();
    }

    @Test
    void a_main_template_with_the_id_is_fine_and_so_is_what_is_none() throws IOException {
        annotated("");
        resource(
                "azuredeploy.json",
                EMPTY_TEMPLATE.replace(
                        "[]",
                        """
                        [{
                          "type": "Microsoft.Resources/deployments",
                          "apiVersion": "2020-06-01",
                          "name": "pid-%s",
                          "properties": {"mode": "Incremental", "template": {
                            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                            "contentVersion": "1.0.0.0", "resources": []
                          }}
                        }]"""
                                .formatted(GUID)));
        resource("nested/storage.json", EMPTY_TEMPLATE);
        resource("other/mainTemplate.json", "{\"no\": \"template\"}");

        assertThat(compile()).isEmpty();
    }

    @Test
    void a_template_with_another_partners_id_says_why_stamping_would_refuse_it() throws IOException {
        annotated("");
        resource(
                "mainTemplate.json",
                EMPTY_TEMPLATE.replace(
                        "[]",
                        "[{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2020-06-01\", "
                                + "\"name\": \"pid-5d3c1f0e-8a42-47b6-b1f9-6e0d2c7a9485\", \"properties\": {}}]"));

        assertThat(compile()).singleElement().satisfies(note -> assertThat(note.text())
                .contains("[partner-attribution:template-without-id]", "stamping refuses it", "5d3c1f0e"));
    }
}
