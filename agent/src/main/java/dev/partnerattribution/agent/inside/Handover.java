package dev.partnerattribution.agent.inside;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Writes, at the start of the method of a hook:
 *
 * <pre>{@code
 * try {
 *     Object answer = Class.forName("dev.partnerattribution.agent.Launcher", true, ClassLoader.getSystemClassLoader())
 *             .getMethod("hand", Object[].class)
 *             .invoke(null, new Object[] {new Object[] {"OkHttpHook", MethodHandles.lookup(), new Object[] {this, ...}}});
 *     if (answer != null) {
 *         argument = (...) answer;
 *     }
 * } catch (Throwable e) {
 * }
 * }</pre>
 *
 * It names JDK types only: the class loader of the library need not see the agent. The lookup has the rights of the class
 * it is made in. What it calls never throws; the handler is for what the taking of the answer throws, and for a JVM whose
 * system class loader hides the agent.
 */
final class Handover extends MethodVisitor {
    private static final String LAUNCHER = "dev.partnerattribution.agent.Launcher";
    private static final String OBJECT = "java/lang/Object";
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

    /** More than the sequence below needs, itself no part of the program's own stack. */
    private static final int STACK = 20;

    private final Hook hook;
    private final MethodEntry entry;
    private final Code code = new Code(this);

    Handover(MethodVisitor next, Hook hook, MethodEntry entry) {
        super(Opcodes.ASM9, next);
        this.hook = hook;
        this.entry = entry;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Label start = new Label();
        Label end = new Label();
        Label drop = new Label();
        Label done = new Label();
        visitTryCatchBlock(start, end, drop, "java/lang/Throwable");
        visitLabel(start);
        pushAnswer();
        visitInsn(Opcodes.DUP);
        visitJumpInsn(Opcodes.IFNULL, drop);
        hook.take(code);
        visitLabel(end);
        if (!hook.returns()) {
            visitJumpInsn(Opcodes.GOTO, done);
        }
        visitLabel(drop);
        frame(OBJECT); // no answer, or what was thrown
        visitInsn(Opcodes.POP);
        visitLabel(done);
        frame();
        visitInsn(Opcodes.NOP); // the program's first instruction may have a frame of its own
    }

    private void pushAnswer() {
        code.push(LAUNCHER)
                .pushTrue()
                .callStatic("java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;")
                .callStatic(
                        "java/lang/Class", "forName", "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;")
                .push("hand")
                .array("java/lang/Class", 1)
                .element(0)
                .pushClass("[Ljava.lang.Object;")
                .set()
                .call(
                        "java/lang/Class",
                        "getMethod",
                        "(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;")
                .pushNull() // the method is static
                .array(OBJECT, 1)
                .element(0);
        pushCall();
        code.set()
                .call(
                        "java/lang/reflect/Method",
                        "invoke",
                        "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
    }

    private void pushCall() {
        code.array(OBJECT, 3)
                .element(0)
                .push(hook.getClass().getSimpleName())
                .set()
                .element(1);
        pushLookup();
        code.set().element(2);
        hook.pushArguments(code, entry);
        code.set();
    }

    private void pushLookup() {
        if (hook.isInJdk()) {
            code.pushNull();
        } else {
            code.callStatic("java/lang/invoke/MethodHandles", "lookup", "()L" + LOOKUP + ";");
        }
    }

    /** The locals are as on entry, so that the frames that follow, which only say differences, stay right. */
    private void frame(Object... stack) {
        if (!entry.needsFrames()) {
            return;
        }
        Object[] locals = entry.locals();
        visitFrame(Opcodes.F_FULL, locals.length, locals, stack.length, stack);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, STACK), maxLocals);
    }
}
