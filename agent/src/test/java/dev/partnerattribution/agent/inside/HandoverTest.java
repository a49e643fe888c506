package dev.partnerattribution.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that run with a handover in front of them. */
class HandoverTest {
    private static final String STRING = "java/lang/String";
    private static final String INTEGER = "java/lang/Integer";

    /** Not the method of the interface, which calls this one. */
    private static final SampleHook APPLY = SampleHook.taking("apply(Ljava/lang/String;)", 1, STRING);

    @Test
    void the_answer_becomes_the_argument() throws Exception {
        try (AgentInPlace agent = new AgentInPlace("world")) {
            UnaryOperator<String> sample = sample(APPLY, "hello");

            assertThat(sample.apply("nobody")).isEqualTo("hello!5 world");
            assertThat(agent.shown()).containsExactly(new Object[] {sample, "nobody"});
            assertThat(agent.lookups().get(0).lookupClass()).isEqualTo(sample.getClass());
        }
    }

    @Test
    void without_an_answer_the_method_goes_on_as_it_was() throws Exception {
        try (AgentInPlace agent = new AgentInPlace(null)) {
            UnaryOperator<String> sample = sample(APPLY, "hello");

            assertThat(sample.apply("nobody")).isEqualTo("hello!5 nobody");
            assertThat(agent.shown()).hasSize(1);
        }
    }

    @Test
    void where_no_agent_is_in_place_the_method_goes_on_as_it_was() throws Exception {
        assertThat(sample(APPLY, "hello").apply("nobody")).isEqualTo("hello!5 nobody");
    }

    @Test
    void an_answer_that_can_not_be_taken_is_forgotten() throws Exception {
        try (AgentInPlace agent = new AgentInPlace(42)) {
            UnaryOperator<String> sample = sample(APPLY, "hello");

            assertThat(sample.apply("nobody")).isEqualTo("hello!5 nobody");
            assertThat(agent.shown()).hasSize(1);
        }
    }

    @Test
    void the_answer_may_be_returned() throws Exception {
        try (AgentInPlace agent = new AgentInPlace("ours")) {
            assertThat(sample(SampleHook.returning("apply", STRING), "hello").apply("nobody"))
                    .isEqualTo("ours");
            assertThat(agent.shown()).hasSize(1);
        }
        assertThat(sample(SampleHook.returning("apply", STRING), "hello").apply("nobody"))
                .isEqualTo("hello!5 nobody");
    }

    /** Before there is an object, which is therefore not shown. */
    @Test
    void the_answer_may_become_an_argument_of_a_constructor() throws Exception {
        try (AgentInPlace agent = new AgentInPlace("world")) {
            UnaryOperator<String> sample = sample(SampleHook.taking("<init>(Ljava/lang/String;)V", 1, STRING), "");

            assertThat(sample.apply("")).isEqualTo("world!5 ");
            assertThat(agent.shown()).containsExactly(new Object[] {null, ""});
        }
    }

    @Test
    void what_is_no_object_is_not_shown_and_takes_its_place() throws Exception {
        try (AgentInPlace agent = new AgentInPlace("text ")) {
            assertThat(call(SampleHook.taking("wide", 4, STRING), "wide", 7L, 0.5, ""))
                    .isEqualTo("text 70.5");
            assertThat(agent.shown().get(0)).containsExactly(null, null, null, "");
        }
        assertThat(call(SampleHook.in((method, descriptor) -> true), "primitive", 3, true))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, one", "2, two", "3, three", "1000, a thousand", "-5, minus five", "9, many"})
    void a_choice_stays_what_it_was(int number, String chosen) throws Exception {
        assertThat(call(SampleHook.taking("choice", 0, INTEGER), "choice", number))
                .isEqualTo(chosen);
        try (AgentInPlace agent = new AgentInPlace(number)) {
            assertThat(call(SampleHook.taking("choice", 0, INTEGER), "choice", 0))
                    .isEqualTo(chosen);
            assertThat(agent.shown()).hasSize(1);
        }
    }

    @Test
    void what_leads_back_to_the_start_does_not_ask_again() throws Exception {
        try (AgentInPlace agent = new AgentInPlace(3)) {
            assertThat(call(SampleHook.taking("loop", 0, INTEGER), "loop", 100)).isEqualTo(0);
            assertThat(agent.shown()).hasSize(1);
        }
    }

    @Test
    void what_is_caught_stays_caught() throws Exception {
        SampleHook hook = SampleHook.taking("caught", 0, STRING);

        assertThat(call(hook, "caught", "7")).isEqualTo("number 7.");
        assertThat(call(hook, "caught", "")).isEqualTo("no number.");
        try (AgentInPlace agent = new AgentInPlace("8")) {
            assertThat(call(hook, "caught", "x")).isEqualTo("number 8.");
            assertThat(agent.shown()).containsExactly(new Object[] {null, "x"});
        }
    }

    @Test
    void a_stack_trace_names_the_same_lines() {
        StackTraceElement before = thrownBy(() -> Sample.thrown("text"));
        StackTraceElement after = thrownBy(() -> call(SampleHook.taking("thrown", 0, STRING), "thrown", "text"));

        assertThat(after.getLineNumber()).isEqualTo(before.getLineNumber()).isPositive();
        assertThat(after.getMethodName()).isEqualTo("thrown");
    }

    private interface Throwing {
        void run() throws Exception;
    }

    private static StackTraceElement thrownBy(Throwing code) {
        Throwable thrown = catchThrowable(code::run);
        Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
        return cause.getStackTrace()[0];
    }

    /** From Java 1.2 on. Those before Java 6 have no stack maps, and those before Java 5 no constants that are classes. */
    @ParameterizedTest
    @CsvSource({"46", "47", "48", "49", "50", "51", "52", "55", "61"})
    void class_files_of_every_version_are_taken(int version) throws Exception {
        byte[] classFile = OldClass.ofVersion(version);
        byte[] spliced = SampleHook.taking("sign", 0, INTEGER).in(classFile);

        try (AgentInPlace agent = new AgentInPlace(-9)) {
            Class<?> old = new Defined(getClass().getClassLoader())
                    .with(OldClass.NAME, spliced)
                    .loadClass(OldClass.NAME);

            assertThat(old.getMethod("sign", Integer.class).invoke(null, 5)).isEqualTo("negative");
            assertThat(agent.shown()).hasSize(1);
        }
    }

    @Test
    void a_method_without_room_is_refused() throws Exception {
        SampleHook hook = SampleHook.taking("run", 0, STRING);

        assertThatThrownBy(() -> hook.in(OldClass.withMethodOf(65_500)))
                .isInstanceOf(Unknown.class)
                .hasMessageContaining("no room")
                .hasMessageContaining("65535 bytes");
        byte[] largest = hook.in(OldClass.withMethodOf(65_200));
        new Defined(null).with(OldClass.NAME, largest).verify(OldClass.NAME);
    }

    @Test
    void a_class_file_without_room_for_constants_is_refused() throws Exception {
        SampleHook hook = SampleHook.taking("run", 0, STRING);

        assertThatThrownBy(() -> hook.in(OldClass.withConstants(65_500)))
                .isInstanceOf(Unknown.class)
                .hasMessageContaining("no room")
                .hasMessageContaining("constants");
        byte[] largest = hook.in(OldClass.withConstants(65_300));
        new Defined(null).with(OldClass.NAME, largest).verify(OldClass.NAME);
    }

    private static @Nullable Object call(SampleHook hook, String method, Object... arguments) throws Exception {
        Method found = Arrays.stream(spliced(hook).getMethods())
                .filter(other -> other.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return found.invoke(null, arguments);
    }

    @SuppressWarnings("unchecked") // as Sample is declared
    private static UnaryOperator<String> sample(SampleHook hook, String name) throws Exception {
        return (UnaryOperator<String>)
                spliced(hook).getConstructor(String.class).newInstance(name);
    }

    private static Class<?> spliced(SampleHook hook) throws Exception {
        String name = Sample.class.getName();
        return new Defined(HandoverTest.class.getClassLoader())
                .with(name, hook.in(classFile(name)))
                .loadClass(name);
    }

    private static byte[] classFile(String name) throws IOException {
        try (InputStream in = HandoverTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
