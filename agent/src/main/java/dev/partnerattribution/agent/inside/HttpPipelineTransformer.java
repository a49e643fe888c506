package dev.partnerattribution.agent.inside;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link HttpPipelineAdvice} into the constructor of azure-core's {@code HttpPipeline}.
 *
 * <p>Drives Byte Buddy's advice through a class reader and writer instead of its {@code decorate(…)}, which does the same
 * for several times the loaded classes.
 */
public final class HttpPipelineTransformer implements ClassFileTransformer {
    /** {@code (HttpClient, List)} until 1.35.0, {@code (HttpClient, List, Tracer)} from 1.36.0 on. */
    private static final ElementMatcher<MethodDescription> TAKES_POLICIES =
            isConstructor().and(takesArgument(1, named("java.util.List")));

    /** Made by the launcher, by name. */
    public HttpPipelineTransformer() {}

    @Override
    public byte[] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        String typeName = name.replace('/', '.');
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(typeName, classFile),
                ClassFileLocator.ForClassLoader.of(HttpPipelineTransformer.class.getClassLoader()));
        // Lazy: the types that the class refers to stay in the application, unread.
        TypePool types = TypePool.Default.WithLazyResolution.of(locator);
        TypeDescription httpPipeline = types.describe(typeName).resolve();
        if (httpPipeline.getDeclaredMethods().filter(TAKES_POLICIES).isEmpty()) {
            throw KnownAzureCore.unknown("HttpPipeline has no constructor that takes a List of policies");
        }
        // By name: resolving the advice through its Class would define it while it is being described.
        TypeDescription advice = types.describe("dev.partnerattribution.agent.inside.HttpPipelineAdvice")
                .resolve();
        return written(
                httpPipeline, classFile, types, Advice.to(advice, locator).on(TAKES_POLICIES));
    }

    private static byte[] written(
            TypeDescription type, byte[] classFile, TypePool types, AsmVisitorWrapper instrumentation) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, instrumentation.mergeWriter(AsmVisitorWrapper.NO_FLAGS));
        int readerFlags = instrumentation.mergeReader(AsmVisitorWrapper.NO_FLAGS);
        ClassFileVersion version = ClassFileVersion.ofClassFile(classFile);
        Implementation.Context context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                type,
                new AuxiliaryType.NamingStrategy.Suffixing("unused"),
                TypeInitializer.None.INSTANCE,
                version,
                version,
                Implementation.Context.FrameGeneration.DISABLED);
        reader.accept(
                instrumentation.wrap(
                        type,
                        writer,
                        context,
                        types,
                        type.getDeclaredFields(),
                        type.getDeclaredMethods(),
                        AsmVisitorWrapper.NO_FLAGS,
                        readerFlags),
                readerFlags);
        return writer.toByteArray();
    }
}
