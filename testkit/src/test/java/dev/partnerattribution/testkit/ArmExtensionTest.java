package dev.partnerattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ArmExtensionTest {

    /** What the classes below have seen of their servers. */
    private static final List<LoopbackArm> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void one_server_is_started_per_class_reset_before_each_test_and_closed() {
        EngineExecutionResults results = run(InAStaticField.class);

        results.testEvents()
                .assertStatistics(statistics -> statistics.started(3).succeeded(3));
        assertThat(SEEN).hasSize(4).allMatch(arm -> arm == SEEN.get(0));
        assertThat(directory(SEEN.get(0))).doesNotExist();
        assertThatIllegalStateException()
                .isThrownBy(InAStaticField.extension::arm)
                .withMessageContaining("no test");
    }

    @Test
    void it_can_be_named_by_its_class() {
        run(ByClass.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));

        assertThat(SEEN).hasSize(2).allMatch(arm -> arm == SEEN.get(0));
        assertThat(directory(SEEN.get(0))).doesNotExist();
    }

    /** JUnit does so where an extension before it failed to begin. */
    @Test
    void an_end_without_a_beginning_does_not_count() {
        ArmExtension extension = ArmExtension.create();

        extension.afterAll(null);
        extension.beforeAll(null);

        assertThat(extension.arm().port()).isPositive();
        extension.afterAll(null);
        assertThatIllegalStateException().isThrownBy(extension::arm);
    }

    @Test
    void an_instance_field_is_an_error_that_says_what_to_do() {
        run(InAnInstanceField.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(ExtensionConfigurationException.class),
                                message(text -> text.contains("make the field static")))));
        assertThat(SEEN).isEmpty();
    }

    @Test
    void an_instance_field_will_do_where_there_is_one_instance() {
        run(InAFieldOfTheOnlyInstance.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Test
    void a_parameter_of_another_type_is_left_to_others() {
        run(OtherParameter.class).testEvents().assertStatistics(statistics -> statistics.failed(1));
    }

    private static EngineExecutionResults run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute();
    }

    private static Path directory(LoopbackArm arm) {
        return arm.certificate().getParent();
    }

    static class InAStaticField {

        @RegisterExtension
        static final ArmExtension extension = ArmExtension.create();

        @BeforeAll
        static void runs_already(LoopbackArm arm) {
            SEEN.add(arm);
            new ArmClient(arm).withGroup();
        }

        @Test
        void one(LoopbackArm arm) {
            use(arm);
        }

        @Nested
        class Inner {

            @Test
            void two(LoopbackArm arm) {
                use(arm);
            }

            @Nested
            class Innermost {

                @Test
                void three() {
                    use(extension.arm());
                }
            }
        }
    }

    @ExtendWith(ArmExtension.class)
    static class ByClass {

        @Test
        void one(LoopbackArm arm) {
            use(arm);
        }

        @Nested
        class Inner {

            @Test
            void two(LoopbackArm arm) {
                use(arm);
            }
        }
    }

    static class InAnInstanceField {

        @RegisterExtension
        final ArmExtension extension = ArmExtension.create();

        @Test
        void one(LoopbackArm arm) {
            use(arm);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InAFieldOfTheOnlyInstance {

        @RegisterExtension
        final ArmExtension extension = ArmExtension.create();

        @Test
        void one(LoopbackArm arm) {
            use(arm);
        }
    }

    @ExtendWith(ArmExtension.class)
    static class OtherParameter {

        @Test
        void one(Path other) {
            throw new AssertionError(other);
        }
    }

    private static void use(LoopbackArm arm) {
        assertThat(arm.requests()).isEmpty();
        new ArmClient(arm).withGroup();
        assertThat(arm.requests()).hasSize(1);
        SEEN.add(arm);
    }
}
