package dev.partnerattribution.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.partnerattribution.agent.engine.EngineStart;
import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.internal.options.Route;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What the launcher waits for, and what the definitions make of it when it is not as they know it. */
class ClassWatcherTest {
    private static final String PACKAGE = "dev.partnerattribution.agent.";
    private static final ClassFileTransformer ENGINE = new EngineStart()
            .apply(ClassWatcher.DEFINITIONS, (Instrumentation) Proxy.newProxyInstance(
                    ClassWatcherTest.class.getClassLoader(),
                    new Class<?>[] {Instrumentation.class},
                    (proxy, method, arguments) -> {
                        throw new AssertionError(method);
                    }));

    private static final String LACKS_A_METHOD = " has no ";

    /** The class loader of a library of which there is nothing but this class. */
    private static ClassLoader only(String loaded) {
        return new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                return name.equals(loaded + ".class")
                        ? ClassWatcherTest.class.getResource("ClassWatcherTest.class")
                        : null;
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
    void every_definition_is_waited_for_by_the_classes_that_it_instruments() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.partnerattribution.agent");
        Set<String> definitions = classes.stream()
                .filter(type -> type.isAssignableTo(TypeInstrumentation.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> type.getName().substring(PACKAGE.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(definitions).hasSizeGreaterThan(10);
        assertThat(new TreeSet<>(ClassWatcher.DEFINITIONS.values())).isEqualTo(definitions);
    }

    @Test
    void every_route_has_a_definition_and_messages_name_it() {
        assertThat(ClassWatcher.DEFINITIONS.keySet().stream()
                        .map(ClassWatcher::routeOf)
                        .collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Route.values()).map(Route::label).collect(Collectors.toSet()));
        assertThat(ClassWatcher.DEFINITIONS).allSatisfy((type, definition) -> assertThat(ClassWatcher.routeOf(type))
                .isEqualTo(definition(definition).route().label()));
    }

    /** By definition, the classes whose loading it is shown. */
    static Set<Map.Entry<String, List<String>>> waitedFor() {
        return ClassWatcher.DEFINITIONS.keySet().stream()
                .sorted()
                .collect(Collectors.groupingBy(ClassWatcher.DEFINITIONS::get, TreeMap::new, Collectors.toList()))
                .entrySet();
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void some_of_the_classes_are_instrumented_and_all_others_ask_for_one_of_them(
            Map.Entry<String, List<String>> waitedFor) {
        Map<String, String> said = new TreeMap<>();
        for (String name : waitedFor.getValue()) {
            said.put(name.replace('/', '.'), whenLoaded(name));
        }

        List<String> targets = said.keySet().stream()
                .filter(name -> said.get(name).contains(name + LACKS_A_METHOD))
                .toList();
        assertThat(targets).as(said::toString).isNotEmpty();
        said.keySet().stream().filter(name -> !targets.contains(name)).forEach(landmark -> assertThat(targets)
                .anyMatch(target -> said.get(landmark).contains("there is " + landmark + " but no " + target)));
        assertThat(said.values()).allMatch(message -> message.contains("; known are "));
    }

    private static String whenLoaded(String name) {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        return catchThrowable(() -> transform(name, only(name), empty.toByteArray()))
                .getMessage();
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void a_class_loader_that_shows_no_files_proves_nothing(Map.Entry<String, List<String>> waitedFor) {
        for (String name : waitedFor.getValue()) {
            if (!whenLoaded(name).contains(LACKS_A_METHOD)) {
                assertThat(transform(name, WITHOUT_FILES, new byte[0])).isNull();
                assertThat(transform(name, FAILING, new byte[0])).isNull();
            }
        }
    }

    private static TypeInstrumentation definition(String name) {
        try {
            return Class.forName(PACKAGE + name)
                    .asSubclass(TypeInstrumentation.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** As the engine looks at a class that is loaded. */
    private static byte @Nullable [] transform(String name, ClassLoader loader, byte[] classFile) {
        try {
            return ENGINE.transform(loader, name, null, null, classFile);
        } catch (IllegalClassFormatException e) {
            throw new AssertionError(e);
        }
    }
}
