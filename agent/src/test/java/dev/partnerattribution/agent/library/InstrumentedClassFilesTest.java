package dev.partnerattribution.agent.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerattribution.agent.engine.ClassFileMajor;
import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.JdkInstrumentation;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.internal.options.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.apache.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** Code at the start of every method of many classes, of all kinds that compilers have made. */
class InstrumentedClassFilesTest {
    private static final JdkInstrumentation EVERY_METHOD =
            new JdkInstrumentation(Route.CHILD_PROCESSES, "a/library/Old", new EveryMethod(false)) {};

    private static final JdkInstrumentation EVERY_RETURN =
            new JdkInstrumentation(Route.CHILD_PROCESSES, "a/library/Old", new EveryMethod(true)) {};

    private static final LibraryInstrumentation.Injected BASE = LibraryInstrumentation.base("a/library/");

    private static byte[] instrumented(byte[] classFile) {
        boolean hasCode = ReadByAsm.instructions(classFile) > 0;
        return hasCode ? ClassFileMajor.apply(EVERY_METHOD, classFile, true) : classFile;
    }

    private static byte[] advised(byte[] classFile) {
        boolean hasCode = ReadByAsm.instructions(classFile) > 0;
        try {
            return hasCode ? ClassFileMajor.apply(new EveryMethodOfALibrary(), classFile, false) : classFile;
        } catch (UnsupportedLibraryException e) {
            return classFile; // it has an initialiser only
        }
    }

    private static final class EveryMethod extends MethodEntry {
        private final boolean atReturn;

        EveryMethod(boolean atReturn) {
            super(Route.CHILD_PROCESSES);
            this.atReturn = atReturn;
        }

        @Override
        protected boolean isAtReturn() {
            return atReturn;
        }

        @Override
        protected boolean isAt(String method, String descriptor) {
            return true;
        }

        @Override
        protected String wanted() {
            return "method";
        }

        @Override
        protected void write(AgentCall call) {
            if (atReturn) {
                call.callAndDrop();
            } else {
                call.ifAnswered("java/util/Map").end();
            }
        }

        @Override
        protected @Nullable Object answer(@Nullable Object[] call) {
            return null;
        }
    }

    private static final class EveryMethodOfALibrary extends LibraryInstrumentation {
        EveryMethodOfALibrary() {
            super(Route.OKHTTP, "a/library/Old");
            helper(PipelineHelper.class);
            advise(ElementMatchers.any(), EveryMethodAdvice.class, "method");
        }
    }

    /** Of those that an advice can have, the most that fits any method. */
    private static final class EveryMethodAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        static void enter(@Advice.AllArguments Object[] arguments) {
            InjectedHelper helper = InjectedHelper.get();
            if (helper != null) {
                helper.onRequest(null, arguments, null, null);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "java.base/java/lang, 600",
        "java.base/java/time, 100",
        "java.base/java/util/concurrent, 250",
        "java.net.http/jdk/internal/net/http, 200",
        "jdk.compiler/com/sun/tools/javac/comp, 300",
        "jdk.compiler/com/sun/tools/javac/parser, 60"
    })
    void all_else_in_a_class_file_is_what_it_was(String classes, int atLeast) throws IOException {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        jdk.forEach((name, classFile) -> {
            byte[] instrumented = instrumented(classFile);

            assertThat(ReadByAsm.textWithoutPrefixes(instrumented, classFile))
                    .as(name)
                    .isEqualTo(ReadByAsm.text(classFile));
        });
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    private static void check(byte[] classFile) {
        new ClassReader(classFile).accept(new CheckClassAdapter(new ClassWriter(0), true), 0);
    }

    /** What is added to a class that is being loaded is in order, too. */
    @ParameterizedTest
    @ValueSource(strings = {"java.base/sun/net/www/http/HttpClient", "java.base/java/lang/ProcessImpl"})
    void a_class_that_is_being_loaded_gets_a_way_to_the_agent(String name) throws IOException {
        byte[] classFile = ofThisJdk(name.substring(0, name.lastIndexOf('/')))
                .get(name.substring(name.indexOf('/') + 1).replace('/', '.'));

        byte[] instrumented = ClassFileMajor.apply(EVERY_RETURN, classFile, false);

        check(instrumented);
        assertThat(ReadByAsm.text(instrumented)).contains("private static synthetic partnerAttribution(");
    }

    /** Stack sizes, and frames by what they are made of: the classes need not be there. */
    @ParameterizedTest
    @CsvSource({"java.base/java/lang, 600", "java.base/java/util/concurrent, 250"})
    void asm_finds_nothing_wrong(String classes, int atLeast) throws IOException {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        jdk.forEach((name, classFile) -> assertThatCode(() -> {
                    check(instrumented(classFile));
                    check(ReadByAsm.instructions(classFile) > 0 ? EVERY_RETURN.applyToLoaded(classFile) : classFile);
                })
                .as(name)
                .doesNotThrowAnyException());
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    /** Not those of {@code java.…}, which no class loader but the JDK's own may define. */
    @ParameterizedTest
    @CsvSource({"java.net.http/jdk/internal/net/http, 200", "java.xml/com/sun, 1000"})
    void the_jvm_verifies_it(String classes, int atLeast) throws Exception {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        assertVerified(jdk, InstrumentedClassFilesTest::instrumented, ClassLoader.getPlatformClassLoader());
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    @ParameterizedTest
    @CsvSource({"java.xml/com/sun, 1000"})
    void the_jvm_verifies_advice(String classes, int atLeast) throws Exception {
        Map<String, byte[]> jdk = ofThisJdk(classes);

        assertVerified(jdk, InstrumentedClassFilesTest::advised, ClassLoader.getPlatformClassLoader());
        assertThat(jdk.keySet()).hasSizeGreaterThan(atLeast);
    }

    /** From Java 1.2 on. Those before Java 6 have no stack maps, and those before Java 5 no constants that are classes. */
    @ParameterizedTest
    @ValueSource(ints = {46, 47, 48, 49, 50, 51, 52, 55, 61})
    void class_files_of_every_version_are_taken(int version) throws Exception {
        Class<?> old = new Defined(getClass().getClassLoader())
                .with(BASE.name(0), BASE.classFile(0))
                .with(OldClass.NAME, advised(OldClass.ofVersion(version)))
                .loadClass(OldClass.NAME);

        assertThat(old.getMethod("sign", Integer.class).invoke(null, 5)).isEqualTo("positive");
        assertThat(old.getMethod("sign", Integer.class).invoke(null, -5)).isEqualTo("negative");
    }

    /** What is newer than Byte Buddy is read as the newest that it knows, and stays what it is. */
    @Test
    void a_class_file_of_a_java_to_come_keeps_its_version() {
        byte[] classFile = OldClass.ofVersion(61);
        classFile[7] = 99;

        assertThat(ClassFileMajor.apply(new EveryMethodOfALibrary(), classFile, false)[7])
                .isEqualTo((byte) 99);
        assertThat(ClassFileMajor.apply(EVERY_METHOD, classFile, true)[7]).isEqualTo((byte) 99);
    }

    @Test
    void a_method_without_room_is_refused() {
        assertThatThrownBy(() -> instrumented(OldClass.withMethodOf(65_530))).hasMessageContaining("Method too large");
    }

    /** Compiled for Java 1.3, without stack maps, with subroutines. */
    @Test
    void the_jvm_verifies_advice_in_an_old_library() throws Exception {
        Map<String, byte[]> library = new TreeMap<>();
        try (JarFile jar = new JarFile(HttpRequest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        library.put(name(entry.getName()), in.readAllBytes());
                    }
                }
            }
        }
        assertVerified(library, InstrumentedClassFilesTest::advised, getClass().getClassLoader());
        assertThat(library.keySet()).hasSizeGreaterThan(80);
    }

    private static void assertVerified(
            Map<String, byte[]> classFiles, UnaryOperator<byte[]> instrumentation, ClassLoader parent)
            throws Exception {
        Defined defined = new Defined(parent);
        classFiles.forEach((name, classFile) -> defined.with(name, instrumentation.apply(classFile)));
        for (String name : classFiles.keySet()) {
            assertThatCode(() -> defined.verify(name)).as(name).doesNotThrowAnyException();
        }
    }

    private static Map<String, byte[]> ofThisJdk(String classes) throws IOException {
        FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path module = jrt.getPath("modules", classes.substring(0, classes.indexOf('/')));
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(jrt.getPath("modules", classes))) {
            for (Path file : (Iterable<Path>) files.filter(InstrumentedClassFilesTest::isCompiled)::iterator) {
                found.put(name(module.relativize(file).toString()), Files.readAllBytes(file));
            }
        }
        return found;
    }

    /** Those called Holder are made when a JDK is put together, with access flags that the specification does not know. */
    private static boolean isCompiled(Path file) {
        return file.toString().endsWith(".class") && !file.toString().endsWith("$Holder.class");
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
