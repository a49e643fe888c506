package dev.partnerattribution.agent.inside;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes instructions, one word each. What is pushed is used up by the word that needs it, as on the JVM's own stack.
 *
 * <p>No lambdas here, nor in what else every program pays for that uses one of the JDK's routes: the first few cost more than
 * all else that is done when a class matches.
 */
final class Code {
    private final MethodVisitor method;

    Code(MethodVisitor method) {
        this.method = method;
    }

    /** Pushes what is in a local variable: 0 is the object itself, or the first argument of a static method. */
    Code load(int local) {
        method.visitVarInsn(Opcodes.ALOAD, local);
        return this;
    }

    Code store(int local) {
        method.visitVarInsn(Opcodes.ASTORE, local);
        return this;
    }

    Code push(String constant) {
        method.visitLdcInsn(constant);
        return this;
    }

    /** Pushes a class of the JDK, by the name that {@link Class#forName} takes: class files before Java 5 can't hold one. */
    Code pushClass(String name) {
        return push(name).callStatic("java/lang/Class", "forName", "(Ljava/lang/String;)Ljava/lang/Class;");
    }

    Code pushNull() {
        method.visitInsn(Opcodes.ACONST_NULL);
        return this;
    }

    Code pushZero() {
        method.visitInsn(Opcodes.ICONST_0);
        return this;
    }

    /** Pushes the int in a local variable. */
    Code loadInt(int local) {
        method.visitVarInsn(Opcodes.ILOAD, local);
        return this;
    }

    Code pushTrue() {
        method.visitInsn(Opcodes.ICONST_1);
        return this;
    }

    void drop() {
        method.visitInsn(Opcodes.POP);
    }

    Code swap() {
        method.visitInsn(Opcodes.SWAP);
        return this;
    }

    Code field(String owner, String name, String type) {
        method.visitFieldInsn(Opcodes.GETFIELD, owner, name, "L" + type + ";");
        return this;
    }

    Code staticField(String owner, String name, String type) {
        method.visitFieldInsn(Opcodes.GETSTATIC, owner, name, "L" + type + ";");
        return this;
    }

    Code call(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
        return this;
    }

    Code callStatic(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        return this;
    }

    Code callInterface(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
        return this;
    }

    Code cast(String type) {
        method.visitTypeInsn(Opcodes.CHECKCAST, type);
        return this;
    }

    void returnIt() {
        method.visitInsn(Opcodes.ARETURN);
    }

    /** Pushes an array, to be filled: {@code element(0)}, what pushes it, {@code set()}, and so on. */
    Code array(String type, int length) {
        method.visitIntInsn(Opcodes.BIPUSH, length);
        method.visitTypeInsn(Opcodes.ANEWARRAY, type);
        return this;
    }

    Code element(int index) {
        method.visitInsn(Opcodes.DUP);
        method.visitIntInsn(Opcodes.BIPUSH, index);
        return this;
    }

    Code set() {
        method.visitInsn(Opcodes.AASTORE);
        return this;
    }

    /** Pushes an array of the object, null if there is none, and the arguments, null for those that are no objects. */
    void allArguments(MethodEntry entry) {
        Type[] arguments = entry.arguments();
        array("java/lang/Object", arguments.length + 1);
        if (entry.hasThis()) {
            element(0).load(0).set();
        }
        int local = entry.isStatic() ? 0 : 1;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getSort() >= Type.ARRAY) {
                element(i + 1).load(local).set();
            }
            local += arguments[i].getSize();
        }
    }
}
