package dev.partnerattribution.agent.library;

import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.StackSize;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Hands what advice throws to {@link InjectedHelper#failed}, where Byte Buddy would drop it in silence. */
final class ReportThrown extends StackManipulation.AbstractBase {
    private final String helper;

    /** @param helper what {@link InjectedHelper} is called beside the instrumented class */
    ReportThrown(String helper) {
        this.helper = helper.replace('.', '/');
    }

    @Override
    public Size apply(MethodVisitor method, Implementation.Context context) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, helper, "failed", "(Ljava/lang/Throwable;)V", false);
        return StackSize.SINGLE.toDecreasingSize();
    }
}
