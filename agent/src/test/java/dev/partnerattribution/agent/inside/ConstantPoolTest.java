package dev.partnerattribution.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantPoolTest {
    /** As they are defined beside a library, under a name that is longer, or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/partnerattribution/azure/AttributionPolicy",
                "dev/partnerattribution/agent/beside/ApacheHttpClient4Stamper",
                "dev/partnerattribution/agent/beside/ApacheHttpClient5Stamper",
                "dev/partnerattribution/agent/beside/ClientCorePolicy",
                "dev/partnerattribution/agent/beside/OkHttpStamper",
                "dev/partnerattribution/agent/beside/ReactorNettyStamper",
                "dev/partnerattribution/agent/beside/VertxStamper"
            })
    void a_class_under_another_name_is_the_same_otherwise(String name) throws IOException {
        byte[] classFile = classFile(name);
        String text = ReadByAsm.text(classFile);

        for (String other :
                new String[] {"a/library/of/somebody/elses/with/a/long/name/PartnerAttributionClass", "a/B"}) {
            byte[] renamed = new ConstantPool(classFile).withRenamed(name, other);

            assertThat(ReadByAsm.text(renamed)).contains(other).isEqualTo(text.replace(name, other));
        }
    }

    private static byte[] classFile(String name) throws IOException {
        try (InputStream in = ConstantPoolTest.class.getResourceAsStream("/" + name + ".class")) {
            return in.readAllBytes();
        }
    }
}
