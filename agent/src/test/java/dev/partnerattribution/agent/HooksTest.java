package dev.partnerattribution.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partnerattribution.agent.inside.Hook;
import java.io.File;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What the launcher waits for, and what the hooks make of it when it is not as they know it. */
class HooksTest {
    private static final String INSIDE = "dev.partnerattribution.agent.inside.";
    private static final String LACKS_A_METHOD = " has no ";

    /** The class loader of a library of which there is nothing but this class. */
    private static ClassLoader only(String loaded) {
        return new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                return name.equals(loaded + ".class") ? HooksTest.class.getResource("HooksTest.class") : null;
            }
        };
    }

    /** A class loader that can't be asked for files, as one that only has {@code findClass}. */
    private static final ClassLoader WITHOUT_FILES = new ClassLoader(null) {
        @Override
        public URL getResource(String name) {
            return null;
        }
    };

    private static final ClassLoader FAILING = new ClassLoader(null) {
        @Override
        public URL getResource(String name) {
            throw new IllegalStateException("closed");
        }
    };

    @Test
    void every_hook_is_waited_for() {
        File classes = new File(
                Hook.class.getProtectionDomain().getCodeSource().getLocation().getPath());

        Set<String> hooks = Arrays.stream(new File(classes, INSIDE.replace('.', '/')).list())
                .filter(file -> file.endsWith("Hook.class"))
                .map(file -> file.substring(0, file.length() - ".class".length()))
                .filter(name -> !Modifier.isAbstract(type(name).getModifiers()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(hooks).hasSizeGreaterThan(10);
        Set<String> waitedFor = new TreeSet<>(Launcher.HOOKS.values());
        Launcher.HOOKS.values().forEach(name -> alongside(name).ifPresent(waitedFor::add));
        assertThat(waitedFor).isEqualTo(hooks);
    }

    /** The hook in another method of the same class. */
    private static Optional<String> alongside(String name) {
        return Optional.ofNullable(hook(name).alongside())
                .map(other -> other.getClass().getSimpleName());
    }

    /** By hook, the classes whose loading calls it; those that look at answers do nothing unless receipts are asked for. */
    static Set<Map.Entry<String, List<String>>> waitedFor() {
        return Launcher.HOOKS.keySet().stream()
                .filter(name -> !Launcher.HOOKS.get(name).endsWith("AnswerHook"))
                .sorted()
                .collect(Collectors.groupingBy(Launcher.HOOKS::get, TreeMap::new, Collectors.toList()))
                .entrySet();
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void some_of_the_classes_are_instrumented_and_all_others_ask_for_one_of_them(
            Map.Entry<String, List<String>> waitedFor) {
        Map<String, String> said = new TreeMap<>();
        for (String name : waitedFor.getValue()) {
            said.put(name.replace('/', '.'), whenLoaded(hook(waitedFor.getKey()), name));
        }

        List<String> targets = said.keySet().stream()
                .filter(name -> said.get(name).contains(name + LACKS_A_METHOD))
                .toList();
        assertThat(targets).as(said::toString).isNotEmpty();
        said.keySet().stream().filter(name -> !targets.contains(name)).forEach(landmark -> assertThat(targets)
                .anyMatch(target -> said.get(landmark).contains("there is " + landmark + " but no " + target)));
        assertThat(said.values()).allMatch(message -> message.contains("; known are "));
    }

    private static String whenLoaded(Hook hook, String name) {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        return catchThrowable(() -> hook.transform(only(name), name, null, null, empty.toByteArray()))
                .getMessage();
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void a_class_loader_that_shows_no_files_proves_nothing(Map.Entry<String, List<String>> waitedFor) {
        Hook hook = hook(waitedFor.getKey());
        for (String name : waitedFor.getValue()) {
            if (!whenLoaded(hook, name).contains(LACKS_A_METHOD)) {
                assertThat(hook.transform(WITHOUT_FILES, name, null, null, new byte[0]))
                        .isNull();
                assertThat(hook.transform(FAILING, name, null, null, new byte[0]))
                        .isNull();
            }
        }
    }

    @Test
    void messages_name_the_route_of_a_hook() {
        assertThat(Launcher.HOOKS.values()).allSatisfy(name -> assertThat(Launcher.routeOf(name))
                .isEqualTo(hook(name).toString()));
    }

    @ParameterizedTest
    @MethodSource("answerHooks")
    void who_looks_at_answers_leaves_the_class_alone_where_no_receipts_are_asked_for(String target, String name) {
        assertThat(hook(name).transform(WITHOUT_FILES, target, null, null, new byte[0]))
                .isNull();
    }

    static Stream<Arguments> answerHooks() {
        return Launcher.HOOKS.entrySet().stream()
                .filter(entry -> entry.getValue().endsWith("AnswerHook"))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Hook hook(String name) {
        try {
            return (Hook) type(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(INSIDE + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
