package dev.partnerattribution.agent.library;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class as compilers of any age made it. */
final class OldClass {
    static final String NAME = "a.library.Old";
    private static final int JAVA_6 = 50;

    private OldClass() {}

    /** Its method {@code String sign(Integer)} has a branch, and before Java 6 a subroutine, which is what {@code finally} was. */
    static byte[] ofVersion(int version) {
        ClassWriter type = new ClassWriter(version < JAVA_6 ? ClassWriter.COMPUTE_MAXS : ClassWriter.COMPUTE_FRAMES);
        type.visit(version, Opcodes.ACC_PUBLIC, NAME.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor sign = type.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "sign", "(Ljava/lang/Integer;)Ljava/lang/String;", null, null);
        sign.visitCode();
        if (version < JAVA_6) {
            callSubroutine(sign);
        }
        writeSign(sign);
        sign.visitMaxs(0, 0);
        sign.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private static void callSubroutine(MethodVisitor sign) {
        Label subroutine = new Label();
        Label after = new Label();
        sign.visitJumpInsn(Opcodes.JSR, subroutine);
        sign.visitJumpInsn(Opcodes.GOTO, after);
        sign.visitLabel(subroutine);
        sign.visitVarInsn(Opcodes.ASTORE, 1);
        sign.visitVarInsn(Opcodes.RET, 1);
        sign.visitLabel(after);
    }

    private static void writeSign(MethodVisitor sign) {
        Label positive = new Label();
        sign.visitVarInsn(Opcodes.ALOAD, 0);
        sign.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
        sign.visitJumpInsn(Opcodes.IFGT, positive);
        sign.visitLdcInsn("negative");
        sign.visitInsn(Opcodes.ARETURN);
        sign.visitLabel(positive);
        sign.visitLdcInsn("positive");
        sign.visitInsn(Opcodes.ARETURN);
    }

    /** With a method {@code run()} of so many bytes. */
    static byte[] withMethodOf(int bytes) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(JAVA_6, Opcodes.ACC_PUBLIC, NAME.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor run = type.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        run.visitCode();
        for (int i = 1; i < bytes; i++) {
            run.visitInsn(Opcodes.NOP);
        }
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(0, 0);
        run.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
