package dev.partnerattribution.agent.jdk;

import dev.partnerattribution.agent.engine.BootBridge;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** How a class of the JDK finds the agent that was loaded before it is instrumented: by the {@link BootBridge}. */
final class LoadedBridge implements Bridge {
    private static final String FUNCTION = "java/util/function/Function";

    @Override
    public void begin(MethodVisitor method) {
        method.visitFieldInsn(Opcodes.GETSTATIC, BootBridge.NAME, BootBridge.FIELD, "L" + FUNCTION + ";");
    }

    @Override
    public void call(MethodVisitor method) {
        method.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, FUNCTION, "apply", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
    }

    @Override
    public void addTo(ClassVisitor visitor) {
        // It is a class of its own.
    }
}
