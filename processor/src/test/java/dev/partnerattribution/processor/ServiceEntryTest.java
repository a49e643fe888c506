package dev.partnerattribution.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How compilers and build tools find the processor. */
class ServiceEntryTest {

    @Test
    void compilers_find_the_processor() throws IOException {
        assertThat(Files.readAllLines(
                        Artifacts.processor().resolve("META-INF/services/javax.annotation.processing.Processor")))
                .containsExactly(PartnerAttributionProcessor.class.getName());
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(PartnerAttributionProcessor.class);
    }

    @Test
    void gradle_knows_that_it_is_incremental_and_looks_at_all_annotated_classes_each_time() throws IOException {
        assertThat(Files.readAllLines(
                        Artifacts.processor().resolve("META-INF/gradle/incremental.annotation.processors")))
                .containsExactly(PartnerAttributionProcessor.class.getName() + ",aggregating");
    }
}
