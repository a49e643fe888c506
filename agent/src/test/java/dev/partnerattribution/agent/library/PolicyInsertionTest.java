package dev.partnerattribution.agent.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent knows the policies of azure-core by the end of their class names: these here have the same. */
class PolicyInsertionTest {
    static final class UserAgentPolicy {}

    static final class HttpLoggingPolicy {}

    private record Ours(int number) {}

    private record Other(String name) {}

    private static final PolicyInsertion INSERTION = new PolicyInsertion("HttpLoggingPolicy");
    private static final Object OURS = new Ours(1);
    private static final Object USER_AGENT = new UserAgentPolicy();
    private static final Object LOGGING = new HttpLoggingPolicy();
    private static final Object OTHER = new Other("other");

    private static List<Object> inserted(Object... policies) {
        return INSERTION.withPolicy(Arrays.asList(policies), OURS);
    }

    @Test
    void an_empty_pipeline_gets_the_policy() {
        assertThat(inserted()).containsExactly(OURS);
    }

    @Test
    void the_policy_stands_after_that_of_the_user_agent() {
        assertThat(inserted(USER_AGENT)).containsExactly(USER_AGENT, OURS);
        assertThat(inserted(OTHER, USER_AGENT, OTHER)).containsExactly(OTHER, USER_AGENT, OTHER, OURS);
    }

    @Test
    void the_policy_stands_right_before_logging() {
        assertThat(inserted(USER_AGENT, OTHER, LOGGING)).containsExactly(USER_AGENT, OTHER, OURS, LOGGING);
        assertThat(inserted(LOGGING)).containsExactly(OURS, LOGGING);
    }

    @Test
    void of_several_logging_policies_the_last_counts() {
        Object last = new HttpLoggingPolicy();

        assertThat(inserted(LOGGING, USER_AGENT, last)).containsExactly(LOGGING, USER_AGENT, OURS, last);
    }

    @Test
    void the_policy_stands_at_the_end_as_well_where_others_follow_logging() {
        assertThat(inserted(USER_AGENT, LOGGING, OTHER)).containsExactly(USER_AGENT, OURS, LOGGING, OTHER, OURS);
    }

    @Test
    void logging_before_the_user_agent_is_set_can_not_show_the_policys_work() {
        assertThat(inserted(LOGGING, USER_AGENT)).containsExactly(LOGGING, USER_AGENT, OURS);
        assertThat(inserted(USER_AGENT, LOGGING, new UserAgentPolicy(), OTHER))
                .endsWith(OURS)
                .containsOnlyOnce(OURS);
    }

    @Test
    void a_policy_that_a_copied_pipeline_brings_along_moves() {
        Object brought = new Ours(0);

        assertThat(inserted(brought, USER_AGENT, LOGGING)).containsExactly(USER_AGENT, OURS, LOGGING);
        assertThat(inserted(USER_AGENT, brought, LOGGING, OTHER, brought))
                .containsExactly(USER_AGENT, OURS, LOGGING, OTHER, OURS);
    }

    @Test
    void inserting_twice_equals_inserting_once() {
        for (List<Object> pipeline : List.of(
                List.<Object>of(), List.of(USER_AGENT, LOGGING), List.of(USER_AGENT, LOGGING, OTHER), List.of(OTHER))) {
            List<Object> once = INSERTION.withPolicy(pipeline, OURS);

            assertThat(INSERTION.withPolicy(once, OURS)).isEqualTo(once);
        }
    }

    @Test
    void the_given_list_stays_as_it_is() {
        List<Object> immutable = Collections.unmodifiableList(Arrays.asList(USER_AGENT, LOGGING));

        assertThat(INSERTION.withPolicy(immutable, OURS)).containsExactly(USER_AGENT, OURS, LOGGING);
        assertThat(immutable).containsExactly(USER_AGENT, LOGGING);
    }

    @Test
    void nulls_stay_for_azure_core_to_judge() {
        assertThat(inserted(null, USER_AGENT, null)).containsExactly(null, USER_AGENT, null, OURS);
        assertThat(inserted((Object) null)).containsExactly(null, OURS);
    }

    @Test
    void no_list_stays_no_list() {
        assertThat(new PipelineHelper().onRequest(null, null, null, null)).isNull();
    }

    @Test
    void only_the_whole_name_counts() {
        assertThat(inserted(USER_AGENT, new NotAnHttpLoggingPolicy())).last().isSameAs(OURS);
    }

    private static final class NotAnHttpLoggingPolicy {}

    /** As in a jar that was cut down: whoever asks such a class for its simple name gets an error. */
    @Test
    void a_policy_whose_enclosing_class_is_missing_is_as_good_as_any() throws Exception {
        Constructor<?> orphan =
                new OrphanLoader().loadClass(HttpLoggingPolicy.class.getName()).getDeclaredConstructor();
        orphan.setAccessible(true);
        Object logging = orphan.newInstance();

        assertThat(INSERTION.withPolicy(List.of(logging), OURS)).containsExactly(OURS, logging);
    }

    private static final class OrphanLoader extends ClassLoader {
        OrphanLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(PolicyInsertionTest.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = PolicyInsertionTest.class.getClassLoader().getResourceAsStream(file)) {
                byte[] classFile = in.readAllBytes();
                return defineClass(name, classFile, 0, classFile.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
