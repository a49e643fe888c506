package dev.partnerattribution.internal.receipts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void a_line_is_one_json_object_in_ascii() {
        AsciiBuffer text = new AsciiBuffer();

        new JsonLine(text)
                .number("n", 7)
                .text("absent", null)
                .text("quoted", "a\"b\\c")
                .text("hostile", "</script>\n\r\t\0\u202e\ud83d\u007f")
                .texts("none", List.of())
                .texts("two", List.of("x", "\u00fc"))
                .end();

        assertThat(US_ASCII.decode(text.from(0)).toString())
                .isEqualTo("{\"n\":7,\"quoted\":\"a\\\"b\\\\c\","
                        + "\"hostile\":\"</script>\\u000a\\u000d\\u0009\\u0000\\u202e\\ud83d\\u007f\","
                        + "\"none\":[],\"two\":[\"x\",\"\\u00fc\"]}\n");
    }
}
