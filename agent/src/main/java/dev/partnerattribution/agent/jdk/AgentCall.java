package dev.partnerattribution.agent.jdk;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes a call of the agent into a method of the JDK: an array, its key first, is made and handed over; the answer is put into
 * a local variable that the method does not use.
 */
public final class AgentCall {
    /** What it needs of the operand stack. */
    static final int STACK = 8;

    private static final String OBJECT = "java/lang/Object";

    /** Elements that the array has room for. */
    private static final int MOST = 6;

    private final MethodVisitor method;
    private final Bridge bridge;
    private final String type;
    private final int free;
    private final Label none = new Label();
    private int size;

    AgentCall(MethodVisitor method, Bridge bridge, String type, boolean isStatic, String descriptor) {
        this.method = method;
        this.bridge = bridge;
        this.type = type;
        this.free = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - (isStatic ? 1 : 0);
    }

    /** Pushes the array. */
    AgentCall begin(String key) {
        bridge.begin(method);
        method.visitIntInsn(Opcodes.BIPUSH, MOST);
        method.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
        return at().constant(key).set();
    }

    /** What is pushed from here to {@link #set} is the next element. */
    public AgentCall at() {
        method.visitInsn(Opcodes.DUP);
        method.visitInsn(Opcodes.ICONST_0 + size);
        size++;
        return this;
    }

    /** See {@link #at}. */
    public AgentCall set() {
        method.visitInsn(Opcodes.AASTORE);
        return this;
    }

    /** Pushes an object. */
    public AgentCall load(int local) {
        method.visitVarInsn(Opcodes.ALOAD, local);
        return this;
    }

    /** Pushes an int, as an object. */
    public AgentCall loadInt(int local) {
        method.visitVarInsn(Opcodes.ILOAD, local);
        box();
        return this;
    }

    /** Makes an object of the int on the stack. */
    public AgentCall box() {
        invokeStatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;");
        return this;
    }

    /** Pushes a field of the object that the method is called on. */
    public AgentCall loadField(String field, String descriptor) {
        return load(0).field(type, field, descriptor);
    }

    /** Replaces the object on the stack, of this class, by a field of it. */
    public AgentCall field(String owner, String field, String descriptor) {
        method.visitFieldInsn(Opcodes.GETFIELD, owner, field, descriptor);
        return this;
    }

    /** Says that the object on the stack is of this class. */
    public AgentCall cast(String to) {
        method.visitTypeInsn(Opcodes.CHECKCAST, to);
        return this;
    }

    /** Pushes a static field. */
    public AgentCall loadStatic(String owner, String field, String descriptor) {
        method.visitFieldInsn(Opcodes.GETSTATIC, owner, field, descriptor);
        return this;
    }

    /** Pushes the int 0. */
    public AgentCall zero() {
        method.visitInsn(Opcodes.ICONST_0);
        return this;
    }

    /** Pushes a constant. */
    public AgentCall constant(Object constant) {
        method.visitLdcInsn(constant);
        return this;
    }

    public AgentCall invoke(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
        return this;
    }

    public AgentCall invokeStatic(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        return this;
    }

    /** Stores the object on the stack. */
    public AgentCall store(int local) {
        method.visitVarInsn(Opcodes.ASTORE, local);
        return this;
    }

    /** Returns the object on the stack from the method. */
    public AgentCall returnIt() {
        method.visitInsn(Opcodes.ARETURN);
        return this;
    }

    /** Calls, and forgets the answer. */
    public void callAndDrop() {
        bridge.call(method);
        method.visitInsn(Opcodes.POP);
    }

    /** Calls; what is written from here to {@link #end} is done where there is an answer, which is of this type. */
    public AgentCall ifAnswered(String answer) {
        bridge.call(method);
        cast(answer).store(free).load(free);
        method.visitJumpInsn(Opcodes.IFNULL, none);
        return this;
    }

    /** Pushes the answer. */
    public AgentCall loadAnswer() {
        return load(free);
    }

    /** See {@link #ifAnswered}. */
    public void end() {
        method.visitLabel(none);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        method.visitInsn(Opcodes.NOP); // two frames may not stand at one place
    }
}
