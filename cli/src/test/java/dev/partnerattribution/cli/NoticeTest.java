package dev.partnerattribution.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    /** Word for word from Microsoft's page. */
    private static final String OF_TEMPLATES =
            "When you deploy this template, Microsoft can identify the installation of Contoso software with the deployed "
                    + "Azure resources. Microsoft can correlate these resources used to support the software. Microsoft "
                    + "collects this information to provide the best experiences with their products and to operate their "
                    + "business. The data is collected and governed by Microsoft's privacy policies, located at "
                    + "https://www.microsoft.com/trustcenter.\n";

    private static final String OF_SOFTWARE =
            OF_TEMPLATES.replace("When you deploy this template", "When you deploy Contoso software");

    @Test
    void both_are_microsofts_words_with_the_partners_name() {
        assertThat(Run.of("notice", "--partner", " Contoso ").out()).isEqualTo(OF_TEMPLATES + "\n" + OF_SOFTWARE);
        assertThat(Run.of("notice", "--partner", "Contoso", "--for", "template").out())
                .isEqualTo(OF_TEMPLATES);
        assertThat(Run.of("notice", "--partner", "Contoso", "--for", "SDK").out())
                .isEqualTo(OF_SOFTWARE);
    }

    @Test
    void in_html_a_name_is_text_whatever_it_holds() {
        String html = Run.of("notice", "--partner", "<script>\"A\" & 'B'", "--for", "sdk", "--format", "html")
                .out();

        assertThat(html)
                .contains("deploy &lt;script&gt;&quot;A&quot; &amp; &#39;B&#39; software")
                .contains(
                        "<a href=\"https://www.microsoft.com/trustcenter\">https://www.microsoft.com/trustcenter</a>.")
                .doesNotContain("<script>");
    }

    @Test
    void in_markdown_a_name_is_text_whatever_it_holds() {
        String markdown = Run.of("notice", "--partner", "A*B_ [x](y) <b>", "--for", "sdk", "--format", "markdown")
                .out();

        assertThat(markdown)
                .startsWith("## Notification for SDK or API deployments\n\n")
                .contains("deploy A\\*B\\_ \\[x\\]\\(y\\) \\<b\\> software");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Con\ntoso", "Con\u0007toso"})
    void what_is_no_name_is_refused(String name) {
        Run run = Run.of("notice", "--partner", name);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--partner is no name");
    }
}
