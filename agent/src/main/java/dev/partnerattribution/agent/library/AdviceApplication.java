package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.library.LibraryInstrumentation.AdvisedMethod;
import dev.partnerattribution.agent.library.LibraryInstrumentation.Injected;
import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Applies advice to a class file, by Byte Buddy's {@link Advice} alone. Its builders of whole types, which other agents use,
 * resolve all that the class refers to, and are several times as much code to load.
 */
final class AdviceApplication {
    private final byte[] classFile;

    /** What advice knows helpers by, as it is called beside the class. */
    private final Injected base;

    private final String name;

    AdviceApplication(byte[] classFile) {
        String internalName = new ClassReader(classFile).getClassName();
        this.classFile = classFile;
        this.base = LibraryInstrumentation.base(LibraryInstrumentation.packageOf(internalName));
        this.name = internalName.replace('/', '.');
    }

    byte[] apply(List<AdvisedMethod> methods) {
        byte[] result = classFile;
        for (AdvisedMethod method : methods) {
            result = apply(method, result);
        }
        return result;
    }

    private byte[] apply(AdvisedMethod method, byte[] before) {
        TypePool pool = pool(ClassFileLocator.Simple.of(name, before));
        TypeDescription type = pool.describe(name).resolve();
        MethodList<?> declared = type.getDeclaredMethods();
        MethodList<?> advised = declared.filter(ElementMatchers.<MethodDescription>not(ElementMatchers.isAbstract())
                .and(ElementMatchers.not(ElementMatchers.isNative()))
                .and(method.matcher));
        if (advised.isEmpty()) {
            throw UnsupportedLibraryException.that(name + " has no " + method.wanted);
        }
        return wrapped(type, pool, declared, advised, advice(method.advice), before);
    }

    private static byte[] wrapped(
            TypeDescription type,
            TypePool pool,
            MethodList<?> declared,
            MethodList<?> advised,
            Advice advice,
            byte[] before) {
        AsmVisitorWrapper wrapper =
                new AsmVisitorWrapper.ForDeclaredMethods().invokable(ElementMatchers.anyOf(advised), advice);
        ClassReader reader = new ClassReader(before);
        ClassWriter writer = new ClassWriter(reader, wrapper.mergeWriter(0));
        ClassFileVersion version = ClassFileVersion.ofClassFile(before);
        Implementation.Context context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                type,
                null,
                TypeInitializer.None.INSTANCE,
                version,
                version,
                Implementation.Context.FrameGeneration.DISABLED);
        ClassVisitor visitor = wrapper.wrap(
                type,
                writer,
                context,
                pool,
                new FieldList.Empty<>(),
                declared,
                wrapper.mergeWriter(0),
                wrapper.mergeReader(0));
        reader.accept(visitor, wrapper.mergeReader(0));
        return writer.toByteArray();
    }

    /** Its class file names what it knows helpers by as that is called beside the class. */
    private Advice advice(String advice) {
        byte[] renamed = ClassFiles.renamed(advice.replace('.', '/'), base.names(), Relocation.NONE);
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(advice, renamed),
                ClassFileLocator.ForClassLoader.of(AdviceApplication.class.getClassLoader()));
        return Advice.to(pool(locator).describe(advice).resolve(), locator)
                .withAssigner(CastingAssigner.INSTANCE)
                .withExceptionHandler(new Advice.ExceptionHandler.Simple(new ReportThrown(base.name(0))));
    }

    /** Describes types by their class files alone, and those that it finds none of by their names. Loads no class. */
    private static TypePool pool(ClassFileLocator locator) {
        return new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(),
                locator,
                TypePool.Default.ReaderMode.FAST,
                TypePool.ClassLoading.ofBootLoader());
    }
}
