package dev.partnerattribution.agent.engine;

import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * How instrumented code finds the agent, wherever it is: a field of a class that is defined beside {@code java.lang.Object},
 * which every class loader sees. Nothing is put on the bootstrap class path, which would cost class-data sharing.
 */
public final class BootBridge {
    /** The class, with slashes. */
    public static final String NAME = "java/lang/PartnerAttributionAgent";

    /** Its field, a function of an array. */
    public static final String FIELD = "agent";

    private static final String FUNCTION = "java/util/function/Function";
    private static final String FUNCTION_DESCRIPTOR = "L" + FUNCTION + ";";

    private final Instrumentation instrumentation;
    private volatile boolean isOpen;

    BootBridge(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Sees that the class is there, and leads to the agent. Two threads may do it at once: other agents see each class load. */
    void open() {
        if (isOpen) {
            return;
        }
        try {
            JavaLang javaLang = JavaLang.ofThisJvm();
            javaLang.open(instrumentation);
            lead(defined(javaLang), new AgentAnswers());
            isOpen = true;
        } catch (Exception e) {
            throw UnsupportedLibraryException.that("no way to the agent: " + e);
        }
    }

    private static Class<?> defined(JavaLang javaLang) throws ReflectiveOperationException {
        try {
            return javaLang.define(classFile());
        } catch (LinkageError e) {
            return Class.forName(NAME.replace('/', '.'), false, null); // another thread was faster
        }
    }

    /** Not by setting the field: newer JVMs would generate classes for it. */
    @SuppressWarnings("unchecked") // what the class file says
    private static void lead(Class<?> bridge, Function<@Nullable Object[], @Nullable Object> agent) throws Exception {
        ((Consumer<Object>) bridge.getConstructor().newInstance()).accept(agent);
    }

    /** A public static volatile field, and an accept(Object) that sets it. */
    private static byte[] classFile() {
        ClassWriter type = new ClassWriter(0);
        type.visit(
                Opcodes.V1_8,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                NAME,
                null,
                "java/lang/Object",
                new String[] {"java/util/function/Consumer"});
        type.visitField(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE,
                        FIELD,
                        FUNCTION_DESCRIPTOR,
                        null,
                        null)
                .visitEnd();
        MethodVisitor constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(1, 1);
        MethodVisitor accept = type.visitMethod(Opcodes.ACC_PUBLIC, "accept", "(Ljava/lang/Object;)V", null, null);
        accept.visitVarInsn(Opcodes.ALOAD, 1);
        accept.visitTypeInsn(Opcodes.CHECKCAST, FUNCTION);
        accept.visitFieldInsn(Opcodes.PUTSTATIC, NAME, FIELD, FUNCTION_DESCRIPTOR);
        accept.visitInsn(Opcodes.RETURN);
        accept.visitMaxs(1, 2);
        return type.toByteArray();
    }
}
