package dev.partnerattribution.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerattribution.AttributionConfiguration;
import dev.partnerattribution.PartnerAttribution;
import dev.partnerattribution.ProgramLoaders;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Sandbox;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.options.SourcedId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class ResolvedAttributionTest {
    private static final String ARM = "management.azure.com";
    private static final String GUID = "aaaaaaa1-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String OPERATORS = "pid-" + GUID;
    private static final String PREFIX = "partner-attribution: ";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        startedAs("com.example.Unrelated");
    }

    private static void startedAs(String mainClass) {
        System.setProperty("sun.java.command", mainClass + " some arguments");
    }

    private List<ClassLoader> configuredBy(Class<?>... configurations) {
        String[] names = Stream.of(configurations).map(Class::getName).toArray(String[]::new);
        return List.of(ProgramLoaders.configuredBy(directory, names));
    }

    private static void assertOn(ResolvedAttribution attribution, String token) {
        assertThat(attribution.trackingId()).hasToString(token);
        assertThat(attribution.stamp(ARM, "sdk/1")).isEqualTo("sdk/1 " + token);
        assertThat(attribution.stamp("example.test", "sdk/1 " + token)).isEqualTo("sdk/1");
    }

    private static void assertOff(ResolvedAttribution attribution) {
        assertThat(attribution.trackingId()).isNull();
        assertThat(attribution.toString()).startsWith("off: ");
        assertThat(attribution.stamp(ARM, "sdk/1")).isEqualTo("sdk/1");
        assertThat(attribution.stamp(ARM, null)).isNull();
    }

    private void assertSaid(String message) {
        assertThat(sandbox.said()).containsExactly(PREFIX + "off: " + message);
    }

    @Test
    void the_only_annotated_configuration_counts_whatever_the_main_class() {
        ResolvedAttribution attribution = ResolvedAttribution.effective(configuredBy(Deploy.class));

        assertOn(attribution, Deploy.TOKEN);
        assertThat(attribution).hasToString(Deploy.TOKEN + " from @PartnerAttribution of com.example.Deploy");
        assertThat(sandbox.said()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void the_operators_id_counts_before_the_annotated_one(String property, String value, String source) {
        System.setProperty(property, value);

        ResolvedAttribution attribution = ResolvedAttribution.effective(configuredBy(Deploy.class, Teardown.class));

        assertOn(attribution, OPERATORS);
        assertThat(attribution).hasToString(OPERATORS + " from " + source);
        assertOn(ResolvedAttribution.of(TrackingId.parse(Deploy.TOKEN)), OPERATORS);
        assertThat(sandbox.said()).isEmpty();
    }

    static Stream<Arguments> the_operators_id_counts_before_the_annotated_one() {
        return Stream.of(
                arguments("partner.attribution.agent", "guid=" + GUID, "agent option guid"),
                arguments("partner.attribution.guid", GUID, "system property partner.attribution.guid"),
                arguments(
                        "partner.attribution.tracking-id",
                        OPERATORS,
                        "system property partner.attribution.tracking-id"));
    }

    @Test
    void the_environment_counts_before_the_annotated_one() {
        Settings settings = Settings.of("", Map.of(), Map.of("PARTNER_ATTRIBUTION_GUID", GUID));

        assertOn(ResolvedAttribution.resolve(settings, configuredBy(Deploy.class), null), OPERATORS);
    }

    @Test
    void an_id_given_in_code_stands_in_place_of_annotated_ones() {
        ResolvedAttribution attribution = ResolvedAttribution.of(TrackingId.parse(Teardown.TOKEN));

        assertOn(attribution, Teardown.TOKEN);
        assertThat(attribution).hasToString(Teardown.TOKEN + " from the program's code");
    }

    @ParameterizedTest
    @MethodSource
    void an_opt_out_from_anywhere_wins_over_everything_in_silence(Settings settings, String source) {
        ResolvedAttribution annotated = ResolvedAttribution.resolve(settings, configuredBy(Broken.class), null);
        ResolvedAttribution coded = ResolvedAttribution.resolve(
                settings, List.of(), new SourcedId(TrackingId.parse(Deploy.TOKEN), "the program's code"));

        assertOff(annotated);
        assertOff(coded);
        assertThat(annotated).hasToString("off: opted out by " + source);
        assertThat(sandbox.said()).isEmpty();
    }

    static Stream<Arguments> an_opt_out_from_anywhere_wins_over_everything_in_silence() {
        Map<String, String> id = Map.of("partner.attribution.guid", "malformed");
        return Stream.of(
                arguments(Settings.of("opt-out,guid=" + GUID, id, Map.of()), "agent option opt-out"),
                arguments(
                        Settings.of("guid=" + GUID, Map.of("partner.attribution.opt-out", "true"), Map.of()),
                        "system property partner.attribution.opt-out"),
                arguments(
                        Settings.of("guid=" + GUID, id, Map.of("PARTNER_ATTRIBUTION_OPT_OUT", "1")),
                        "environment variable PARTNER_ATTRIBUTION_OPT_OUT"));
    }

    @Test
    void a_further_host_is_stamped_like_the_known() {
        System.setProperty("partner.attribution.arm-hosts", "localhost");

        ResolvedAttribution attribution = ResolvedAttribution.effective(configuredBy(Deploy.class));

        assertThat(attribution.stamp("LOCALHOST", "sdk/1")).isEqualTo("sdk/1 " + Deploy.TOKEN);
        assertOn(attribution, Deploy.TOKEN);
    }

    @ParameterizedTest
    @MethodSource
    void a_mistake_turns_attribution_off_with_one_line_however_often_it_is_asked(
            String property, String value, String message) {
        System.setProperty(property, value);
        List<ClassLoader> loaders = configuredBy(Deploy.class);

        for (int i = 0; i < 1_000; i++) {
            assertOff(ResolvedAttribution.effective(loaders));
        }
        assertOff(ResolvedAttribution.of(TrackingId.parse(Deploy.TOKEN)));

        assertSaid(message);
    }

    static Stream<Arguments> a_mistake_turns_attribution_off_with_one_line_however_often_it_is_asked() {
        return Stream.of(
                arguments(
                        "partner.attribution.guid",
                        GUID.substring(1),
                        "system property partner.attribution.guid: \"" + GUID.substring(1) + "\" has 31 hexadecimal "
                                + "digits where a GUID has 32: use the GUID that you registered in Partner Center"),
                arguments(
                        "partner.attribution.agent",
                        "guid=" + GUID + ",guid=" + GUID,
                        "agent option guid is given twice: give it once"),
                arguments(
                        "partner.attribution.arm-hosts",
                        "a b",
                        "system property partner.attribution.arm-hosts: \"a b\" is not a host name: write it without "
                                + "scheme, port, path or wildcard, such as management.local.azurestack.external"),
                arguments(
                        "partner.attribution.routes",
                        "vertx;vertex",
                        "system property partner.attribution.routes: unknown route \"vertex\"; known: azure-core, "
                                + "clientcore, okhttp, apache-httpclient-3, apache-httpclient-4, apache-httpclient-5, "
                                + "reactor-netty, vertx, jetty, netty-4, netty-3, ktor-cio, pekko-http, helidon, "
                                + "http-url-connection, java-net-http, child-processes, tls; did you mean \"vertx\"?"),
                arguments(
                        "partner.attribution.verbose",
                        "loud",
                        "system property partner.attribution.verbose is \"loud\": write true or false (or 1 or 0)"),
                arguments(
                        "partner.attribution.opt_out",
                        "true",
                        "unknown system property \"partner.attribution.opt_out\"; known: partner.attribution.guid, "
                                + "partner.attribution.tracking-id, partner.attribution.arm-hosts, "
                                + "partner.attribution.routes, partner.attribution.follow-jvms, "
                                + "partner.attribution.receipts, partner.attribution.receipt-detail, partner.attribution.summary, "
                                + "partner.attribution.opt-out, partner.attribution.verbose; did you mean "
                                + "\"partner.attribution.opt-out\"?"));
    }

    @Test
    void of_several_annotated_configurations_that_of_the_main_class_counts() {
        startedAs("com.example.Teardown");

        assertOn(ResolvedAttribution.effective(configuredBy(Deploy.class, Teardown.class)), Teardown.TOKEN);
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void several_annotated_configurations_and_none_of_the_main_class_are_named_in_one_line() {
        List<ClassLoader> loaders = configuredBy(Deploy.class, Teardown.class);

        assertOff(ResolvedAttribution.effective(loaders));
        assertOff(ResolvedAttribution.effective(loaders));

        assertSaid("several classes are annotated with @PartnerAttribution and none is the main class of this "
                + "program: com.example.Deploy, com.example.Teardown; say which ID counts by system property "
                + "partner.attribution.guid or partner.attribution.tracking-id");
    }

    @Test
    void the_first_class_loader_that_shows_a_configuration_decides() {
        ClassLoader first = ProgramLoaders.configuredBy(directory.resolve("1"), Teardown.class.getName());
        ClassLoader second = ProgramLoaders.configuredBy(directory.resolve("2"), Deploy.class.getName());
        ClassLoader empty = ProgramLoaders.configuredBy(directory.resolve("3"));

        assertOn(ResolvedAttribution.effective(List.of(empty, first, second)), Teardown.TOKEN);
    }

    @ParameterizedTest
    @MethodSource
    void a_configuration_that_cant_be_used_turns_attribution_off_with_one_line(String className, String message) {
        ClassLoader loader = ProgramLoaders.configuredBy(directory, className);

        assertOff(ResolvedAttribution.effective(List.of(loader)));
        assertOff(ResolvedAttribution.effective(List.of(loader)));

        assertSaid(message);
    }

    static Stream<Arguments> a_configuration_that_cant_be_used_turns_attribution_off_with_one_line() {
        String cantLoad = "an annotated configuration can't be loaded: " + AttributionConfiguration.class.getName();
        String again = "; compile the annotated class again";
        return Stream.of(
                arguments("com.example.Gone", cantLoad + ": Provider com.example.Gone not found" + again),
                arguments(
                        Throwing.class.getName(),
                        cantLoad + ": Provider " + Throwing.class.getName() + " could not be instantiated" + again),
                arguments(
                        Uninitialized.class.getName(),
                        cantLoad + ": Provider " + Uninitialized.class.getName() + " could not be instantiated"
                                + again),
                arguments(
                        ProgramLoaders.class.getName(),
                        cantLoad + ": " + ProgramLoaders.class.getName() + " not a subtype" + again),
                arguments(
                        Broken.class.getName(),
                        "@PartnerAttribution of com.example.Broken: \"pid-x\" has no known form; a marketplace ID "
                                + "looks like pid-<name>-partnercenter; copy it as Partner Center's Technical "
                                + "configuration page shows it"),
                arguments(
                        Failing.class.getName(),
                        "unexpected java.lang.IllegalStateException: no answer; please report this"),
                arguments(
                        Old.class.getName(),
                        "unexpected java.lang.AbstractMethodError: no annotatedClass; please report this"));
    }

    @Test
    void a_service_file_of_ten_megabytes_of_nonsense_makes_one_short_line() {
        ClassLoader loader = ProgramLoaders.configuredBy(directory, "z".repeat(10 << 20));

        assertOff(ResolvedAttribution.effective(List.of(loader)));

        assertThat(sandbox.said()).hasSize(1);
        assertThat(sandbox.said().get(0)).hasSizeLessThan(2_100);
    }

    @Test
    void a_class_loader_that_forbids_reading_turns_attribution_off_with_one_line() {
        ClassLoader forbidding = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new SecurityException("access denied\r\nto " + name.substring(0, 8));
            }
        };

        assertOff(ResolvedAttribution.effective(List.of(forbidding)));

        assertSaid("the configuration can't be read: access denied  to META-INF; grant this permission");
    }

    @Test
    void forbidden_properties_turn_attribution_off_with_one_line_however_often_it_is_asked() {
        Sandbox.forbidProperties("access denied");

        for (int i = 0; i < 1_000; i++) {
            assertOff(ResolvedAttribution.effective(List.of()));
        }

        assertSaid("the configuration can't be read: access denied; grant this permission");
    }

    @Test
    void a_program_that_has_no_id_hears_nothing() {
        assertOff(ResolvedAttribution.effective(List.of(getClass().getClassLoader())));
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void an_agent_that_has_no_id_says_so() {
        System.setProperty("partner.attribution.agent", "");

        assertOff(ResolvedAttribution.effective(List.of(getClass().getClassLoader())));

        assertSaid("no tracking ID was given: start with -javaagent:...=guid=<GUID>, set PARTNER_ATTRIBUTION_GUID, or "
                + "annotate the main class with @PartnerAttribution");
    }

    @Test
    void the_annotation_of_the_main_class_counts_where_nothing_was_generated_from_it() {
        startedAs(Annotated.class.getName());

        ResolvedAttribution attribution = ResolvedAttribution.effective(configuredBy(Deploy.class));

        assertOn(attribution, OPERATORS);
        assertThat(attribution).hasToString(OPERATORS + " from @PartnerAttribution of " + Annotated.class.getName());
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void what_was_generated_for_the_main_class_is_found_by_its_name_also_where_a_service_file_names_another() {
        startedAs(Own.class.getName());

        assertOn(
                ResolvedAttribution.effective(configuredBy(Deploy.class)),
                ResolvedAttributionTest_OwnAttribution.TOKEN);
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void an_annotated_class_behind_a_launcher_is_found_on_the_stack() {
        List<ClassLoader> loaders = configuredBy(Deploy.class, Teardown.class);

        assertOn(Annotated.run(() -> ResolvedAttribution.effective(loaders)), OPERATORS);
    }

    @Test
    void an_annotated_class_behind_a_launcher_is_found_on_the_stack_of_another_thread() throws Exception {
        List<ClassLoader> loaders = List.of(getClass().getClassLoader());
        FutureTask<ResolvedAttribution> found = new FutureTask<>(() -> ResolvedAttribution.effective(loaders));
        Thread pool = new Thread(found);

        ResolvedAttribution attribution = Annotated.run(() -> {
            pool.start();
            return found.get();
        });

        assertOn(attribution, OPERATORS);
    }

    @Test
    void an_annotation_without_an_id_turns_attribution_off_with_one_line_where_nothing_was_generated() {
        startedAs(Bare.class.getName());

        assertOff(ResolvedAttribution.effective(List.of(getClass().getClassLoader())));

        assertSaid("@PartnerAttribution of " + Bare.class.getName()
                + " gives no ID, and was compiled without its processor, "
                + "which would take it from the build: add partner-attribution-processor to the annotation processor path "
                + "(from JDK 23 on, a processor on the class path alone does not run; maven-compiler-plugin takes "
                + "annotationProcessorPaths from its version 3.5 on only, and Maven 3.8 brings 3.1)");
    }

    @Test
    void what_was_generated_for_a_class_that_lost_its_annotation_is_ignored_with_one_line() {
        List<ClassLoader> loaders = configuredBy(Stale.class);

        assertOff(ResolvedAttribution.effective(loaders));

        assertThat(sandbox.said())
                .containsExactly(PREFIX + "ignored: " + Stale.class.getName() + " was generated for "
                        + Sandbox.class.getName()
                        + ", which is not annotated with @PartnerAttribution any more: build the "
                        + "project anew (a tool that shrinks classes must keep RuntimeVisibleAnnotations)");
    }

    @Test
    void an_opt_out_that_is_no_text_counts() {
        System.getProperties().put("partner.attribution.opt-out", true);

        assertOff(ResolvedAttribution.effective(configuredBy(Deploy.class)));
        assertThat(sandbox.said()).isEmpty();
    }

    @Test
    void properties_of_the_programs_own_that_cant_be_read_turn_attribution_off_with_one_line() {
        System.setProperties(new Properties() {
            @Override
            public Set<String> stringPropertyNames() {
                throw new IllegalStateException("on purpose");
            }
        });

        assertOff(ResolvedAttribution.effective(configuredBy(Deploy.class)));

        assertSaid("the program's own system properties can't be read: java.lang.IllegalStateException: on purpose");
    }

    /** As an agent, an application and another application in one JVM have the runtime's classes: each its own. */
    @Test
    void one_line_is_said_even_if_several_copies_of_these_classes_say_it() throws Exception {
        System.setProperty("partner.attribution.guid", "7");
        URL classes =
                ResolvedAttribution.class.getProtectionDomain().getCodeSource().getLocation();

        assertOff(ResolvedAttribution.effective(List.of()));
        for (int i = 0; i < 2; i++) {
            try (URLClassLoader copy = new URLClassLoader(new URL[] {classes}, null)) {
                Class<?> copied = copy.loadClass(ResolvedAttribution.class.getName());
                assertThat(copied).isNotSameAs(ResolvedAttribution.class);
                assertThat(copied.getMethod("effective", List.class).invoke(null, List.of()))
                        .asString()
                        .startsWith("off: ");
            }
        }

        assertThat(sandbox.said()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void verbose_says_what_is_in_effect_and_why(String options, String said) {
        System.setProperty("partner.attribution.agent", "verbose," + options);

        ResolvedAttribution.effective(configuredBy(Deploy.class));

        assertThat(sandbox.said()).hasSize(4).last().isEqualTo(PREFIX + said);
        assertThat(sandbox.said().get(0)).startsWith(PREFIX + "version ").contains("; Java ");
        assertThat(sandbox.said().get(1)).startsWith(PREFIX + "looked at agent options: verbose");
    }

    static Stream<Arguments> verbose_says_what_is_in_effect_and_why() {
        return Stream.of(
                arguments("", Deploy.TOKEN + " from @PartnerAttribution of com.example.Deploy"),
                arguments("guid=" + GUID, OPERATORS + " from agent option guid"),
                arguments("opt-out", "off: opted out by agent option opt-out"));
    }

    /** What the annotation processor generates, for a few programs. */
    public abstract static class Generated implements AttributionConfiguration {
        @Override
        public String annotatedClass() {
            return "com.example." + getClass().getSimpleName();
        }

        @Override
        public String partner() {
            return "";
        }
    }

    public static final class Deploy extends Generated {
        static final String TOKEN = "pid-ddddddd4-3f64-4d0b-9d5e-2b8f6a1c4e73";

        @Override
        public String trackingId() {
            return TOKEN;
        }
    }

    public static final class Teardown extends Generated {
        static final String TOKEN = "pid-fabrikam-offer-partnercenter";

        @Override
        public String trackingId() {
            return TOKEN;
        }
    }

    public static final class Broken extends Generated {
        @Override
        public String trackingId() {
            return "pid-x";
        }
    }

    public static final class Failing extends Generated {
        @Override
        public String trackingId() {
            throw new IllegalStateException("no answer");
        }
    }

    /** As if compiled against an interface that had other methods. */
    public static final class Old extends Generated {
        @Override
        public String annotatedClass() {
            throw new AbstractMethodError("no annotatedClass");
        }

        @Override
        public String trackingId() {
            return Deploy.TOKEN;
        }
    }

    public static final class Throwing extends Generated {
        public Throwing() {
            throw new AssertionError("not today");
        }

        @Override
        public String trackingId() {
            return Deploy.TOKEN;
        }
    }

    public static final class Uninitialized extends Generated {
        static final int ZERO = Integer.parseInt("zero");

        @Override
        public String trackingId() {
            return Deploy.TOKEN;
        }
    }

    public static final class Stale extends Generated {
        @Override
        public String annotatedClass() {
            return Sandbox.class.getName();
        }

        @Override
        public String trackingId() {
            return Deploy.TOKEN;
        }
    }

    @PartnerAttribution(guid = GUID)
    static final class Annotated {
        static <T> T run(Callable<T> action) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @PartnerAttribution(guid = GUID)
    static final class Own {}

    @PartnerAttribution
    static final class Bare {}
}
