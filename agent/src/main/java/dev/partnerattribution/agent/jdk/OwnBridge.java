package dev.partnerattribution.agent.jdk;

import dev.partnerattribution.agent.engine.BootBridge;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * How a class of the JDK finds the agent that is instrumented while it is loaded: by a field and a method of its own.
 *
 * <pre>{@code
 * private static volatile Function partnerAttribution;
 *
 * private static Object partnerAttribution(Object call) {
 *     try {
 *         if (partnerAttribution == null) {
 *             partnerAttribution = (Function) Class.forName(
 *                             "dev.partnerattribution.agent.AgentBridge", true, ClassLoader.getSystemClassLoader())
 *                     .newInstance();
 *         }
 *         return partnerAttribution.apply(call);
 *     } catch (Throwable e) {
 *         return null;
 *     }
 * }
 * }</pre>
 *
 * To what is loaded already nothing can be added: see {@link BootBridge}. That would do for all classes, but to open {@code
 * java.lang} takes code of the JDK's that makes lambdas, and the first lambda of a program is dear.
 */
final class OwnBridge implements Bridge {
    private static final String NAME = "partnerAttribution";
    private static final String METHOD_DESCRIPTOR = "(Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String FUNCTION = "java/util/function/Function";
    private static final String FUNCTION_DESCRIPTOR = "L" + FUNCTION + ";";
    private static final String AGENT = "dev.partnerattribution.agent.AgentBridge";
    private static final int ADDED = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private final String type;

    /** Of a class of this name, which has slashes. */
    OwnBridge(String type) {
        this.type = type;
    }

    @Override
    public void begin(MethodVisitor method) {
        // The method is static.
    }

    @Override
    public void call(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, type, NAME, METHOD_DESCRIPTOR, false);
    }

    @Override
    public void addTo(ClassVisitor visitor) {
        FieldVisitor field = visitor.visitField(ADDED | Opcodes.ACC_VOLATILE, NAME, FUNCTION_DESCRIPTOR, null, null);
        if (field != null) {
            field.visitEnd();
        }
        MethodVisitor method = visitor.visitMethod(ADDED, NAME, METHOD_DESCRIPTOR, null, null);
        if (method != null) {
            write(method);
        }
    }

    private void write(MethodVisitor method) {
        Label start = new Label();
        Label found = new Label();
        Label end = new Label();
        method.visitTryCatchBlock(start, end, end, "java/lang/Throwable");
        method.visitCode();
        method.visitLabel(start);
        method.visitFieldInsn(Opcodes.GETSTATIC, type, NAME, FUNCTION_DESCRIPTOR);
        method.visitJumpInsn(Opcodes.IFNONNULL, found);
        find(method);
        method.visitFieldInsn(Opcodes.PUTSTATIC, type, NAME, FUNCTION_DESCRIPTOR);
        method.visitLabel(found);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        method.visitFieldInsn(Opcodes.GETSTATIC, type, NAME, FUNCTION_DESCRIPTOR);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, FUNCTION, "apply", METHOD_DESCRIPTOR, true);
        method.visitInsn(Opcodes.ARETURN);
        method.visitLabel(end);
        method.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(3, 1);
        method.visitEnd();
    }

    private static void find(MethodVisitor method) {
        method.visitLdcInsn(AGENT);
        method.visitInsn(Opcodes.ICONST_1);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/ClassLoader",
                "getSystemClassLoader",
                "()Ljava/lang/ClassLoader;",
                false);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/Class",
                "forName",
                "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;",
                false);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "newInstance", "()Ljava/lang/Object;", false);
        method.visitTypeInsn(Opcodes.CHECKCAST, FUNCTION);
    }
}
