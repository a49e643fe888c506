package dev.partnerattribution.agent.inside;

import static net.bytebuddy.jar.asm.Opcodes.AASTORE;
import static net.bytebuddy.jar.asm.Opcodes.ACONST_NULL;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ANEWARRAY;
import static net.bytebuddy.jar.asm.Opcodes.ASTORE;
import static net.bytebuddy.jar.asm.Opcodes.CHECKCAST;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.F_FULL;
import static net.bytebuddy.jar.asm.Opcodes.GOTO;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_0;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_1;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_2;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.UNINITIALIZED_THIS;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes, at the start of a constructor whose second argument is a list of policies:
 *
 * <pre>{@code
 * try {
 *     policies = (List) Class.forName("dev.partnerattribution.agent.Launcher", true, ClassLoader.getSystemClassLoader())
 *             .getMethod("policies", MethodHandles.Lookup.class, List.class)
 *             .invoke(null, MethodHandles.lookup(), policies);
 * } catch (Throwable e) {
 * }
 * }</pre>
 *
 * It names JDK types only: the class loader of azure-core need not see the agent. The lookup has the rights of the class
 * it is made in. What it calls never throws; the handler is for a JVM whose system class loader hides the agent.
 */
final class PolicyHandover extends MethodVisitor {
    private static final String LAUNCHER = "dev.partnerattribution.agent.Launcher";
    private static final String LIST = "java/util/List";
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
    private static final int POLICIES = 2;

    /** What the sequence below needs at most, itself no part of the program's own stack. */
    private static final int STACK = 6;

    private final String descriptor;

    PolicyHandover(MethodVisitor next, String descriptor) {
        super(Opcodes.ASM9, next);
        this.descriptor = descriptor;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label done = new Label();
        visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
        visitLabel(start);
        pushMethod();
        pushArguments();
        call(
                INVOKEVIRTUAL,
                "java/lang/reflect/Method",
                "invoke",
                "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
        visitTypeInsn(CHECKCAST, LIST);
        visitVarInsn(ASTORE, POLICIES);
        visitLabel(end);
        visitJumpInsn(GOTO, done);
        visitLabel(handler);
        frame("java/lang/Throwable");
        visitInsn(POP);
        visitLabel(done);
        frame();
    }

    private void pushMethod() {
        visitLdcInsn(LAUNCHER);
        visitInsn(ICONST_1);
        call(INVOKESTATIC, "java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;");
        call(
                INVOKESTATIC,
                "java/lang/Class",
                "forName",
                "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;");
        visitLdcInsn("policies");
        pushArray(
                "java/lang/Class",
                () -> visitLdcInsn(Type.getObjectType(LOOKUP)),
                () -> visitLdcInsn(Type.getObjectType(LIST)));
        call(
                INVOKEVIRTUAL,
                "java/lang/Class",
                "getMethod",
                "(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;");
    }

    private void pushArguments() {
        visitInsn(ACONST_NULL); // the method is static
        pushArray(
                "java/lang/Object",
                () -> call(INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", "()L" + LOOKUP + ";"),
                () -> visitVarInsn(ALOAD, POLICIES));
    }

    private void pushArray(String type, Runnable first, Runnable second) {
        visitInsn(ICONST_2);
        visitTypeInsn(ANEWARRAY, type);
        visitInsn(DUP);
        visitInsn(ICONST_0);
        first.run();
        visitInsn(AASTORE);
        visitInsn(DUP);
        visitInsn(ICONST_1);
        second.run();
        visitInsn(AASTORE);
    }

    private void call(int opcode, String owner, String name, String methodDescriptor) {
        visitMethodInsn(opcode, owner, name, methodDescriptor, false);
    }

    /** The same as on entry, so that the frames that follow, which only say differences, stay right. */
    private void frame(Object... stack) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Object[] locals = new Object[arguments.length + 1];
        locals[0] = UNINITIALIZED_THIS;
        for (int i = 0; i < arguments.length; i++) {
            locals[i + 1] = arguments[i].getInternalName();
        }
        visitFrame(F_FULL, locals.length, locals, stack.length, stack);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, STACK), maxLocals);
    }
}
