package dev.partnerattribution.agent.inside;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link PolicyHandover} at the start of the constructor of azure-core's {@code HttpPipeline}.
 *
 * <p>Of Byte Buddy it uses the class reader and writer only. Advice would do the same for more than ten times the loaded
 * classes, which every program that uses Azure would pay for at start.
 */
public final class HttpPipelineTransformer implements ClassFileTransformer {

    /** Made by the launcher, by name. */
    public HttpPipelineTransformer() {}

    @Override
    public byte[] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Constructors constructors = new Constructors(writer);
        reader.accept(constructors, 0);
        if (!constructors.found) {
            throw KnownAzureCore.unknown("HttpPipeline has no constructor that takes a List of policies");
        }
        return writer.toByteArray();
    }

    private static final class Constructors extends ClassVisitor {
        private boolean found;

        Constructors(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (method == null || !name.equals("<init>") || !takesPolicies(Type.getArgumentTypes(descriptor))) {
                return method;
            }
            found = true;
            return new PolicyHandover(method, descriptor);
        }

        /** {@code (HttpClient, List)} until 1.35.0, {@code (HttpClient, List, Tracer)} from 1.36.0 on. */
        private static boolean takesPolicies(Type[] arguments) {
            return arguments.length > 1
                    && arguments[0].getSort() == Type.OBJECT
                    && arguments[1].getDescriptor().equals("Ljava/util/List;");
        }
    }
}
