package dev.partnerattribution.agent.inside;

import java.util.List;

/**
 * Writes instructions that are to stand before those of a method, one word each. What is pushed is used up by the word that
 * needs it, as on the JVM's own stack.
 *
 * <p>A jump leads forward: it is written first, and {@link #land} says where to. Where code is reached by a jump or an
 * exception, {@link #stackIs} says what it finds on the stack; the local variables are those of the method's entry.
 *
 * <p>No lambdas here, nor in what else every program pays for that uses one of the JDK's routes: the first few cost more than
 * all else that is done when a class matches.
 */
final class Code {
    private final ConstantPool constants;
    private final StackMap stackMap;
    private final Bytes code = new Bytes(256);
    private final Bytes handlers = new Bytes(16);
    private int height;
    private int maxHeight;

    Code(ConstantPool constants, StackMap stackMap) {
        this.constants = constants;
        this.stackMap = stackMap;
    }

    /** Pushes what is in a local variable: 0 is the object itself, or the first argument of a static method. */
    Code load(int local) {
        return write(Opcodes.ALOAD, 1).u1(local);
    }

    Code store(int local) {
        return write(Opcodes.ASTORE, -1).u1(local);
    }

    Code push(String constant) {
        return write(Opcodes.LDC_W, 1).u2(constants.addString(constant));
    }

    Code pushNull() {
        return write(Opcodes.ACONST_NULL, 1);
    }

    Code pushZero() {
        return write(Opcodes.ICONST_0, 1);
    }

    /** Pushes the int in a local variable. */
    Code loadInt(int local) {
        return write(Opcodes.ILOAD, 1).u1(local);
    }

    Code pushTrue() {
        return write(Opcodes.ICONST_1, 1);
    }

    private Code push(int number) {
        return write(Opcodes.SIPUSH, 1).u2(number);
    }

    Code drop() {
        return write(Opcodes.POP, -1);
    }

    Code again() {
        return write(Opcodes.DUP, 1);
    }

    Code swap() {
        return write(Opcodes.SWAP, 0);
    }

    Code field(String owner, String name, String type) {
        return write(Opcodes.GETFIELD, 0).u2(constants.addField(owner, name, type));
    }

    Code staticField(String owner, String name, String type) {
        return write(Opcodes.GETSTATIC, 1).u2(constants.addField(owner, name, type));
    }

    Code call(String owner, String name, String descriptor) {
        return call(Opcodes.INVOKEVIRTUAL, -1, owner, name, descriptor);
    }

    Code callStatic(String owner, String name, String descriptor) {
        return call(Opcodes.INVOKESTATIC, 0, owner, name, descriptor);
    }

    private Code call(int opcode, int growth, String owner, String name, String descriptor) {
        return write(opcode, growth + new Descriptor(descriptor).growth())
                .u2(constants.addMethod(owner, name, descriptor));
    }

    Code callInterface(String owner, String name, String descriptor) {
        Descriptor called = new Descriptor(descriptor);
        return write(Opcodes.INVOKEINTERFACE, called.growth() - 1)
                .u2(constants.addInterfaceMethod(owner, name, descriptor))
                .u1(called.argumentSlots() + 1)
                .u1(0);
    }

    Code cast(String type) {
        return write(Opcodes.CHECKCAST, 0).u2(constants.addClass(type));
    }

    void returnIt() {
        write(Opcodes.ARETURN, -1);
    }

    /** Pushes an array, to be filled: {@code element(0)}, what pushes it, {@code set()}, and so on. */
    Code array(String type, int length) {
        return push(length).write(Opcodes.ANEWARRAY, 0).u2(constants.addClass(type));
    }

    Code element(int index) {
        return again().push(index);
    }

    Code set() {
        return write(Opcodes.AASTORE, -3);
    }

    /** Pushes an array of the object, null if there is none, and the arguments, null for those that are no objects. */
    void allArguments(MethodEntry entry) {
        List<String> arguments = entry.arguments();
        array("java/lang/Object", arguments.size() + 1);
        if (entry.hasThis()) {
            element(0).load(0).set();
        }
        int local = entry.isStatic() ? 0 : 1;
        for (int i = 0; i < arguments.size(); i++) {
            String type = arguments.get(i);
            if (Descriptor.isObject(type)) {
                element(i + 1).load(local).set();
            }
            local += Descriptor.slots(type);
        }
    }

    /** Jumps if null is pushed. */
    int jumpIfNull() {
        return jump(Opcodes.IFNULL, -1);
    }

    int jump() {
        return jump(Opcodes.GOTO, 0);
    }

    private int jump(int opcode, int growth) {
        int jump = code.length();
        write(opcode, growth).u2(0);
        return jump;
    }

    /** Here is where a jump leads. */
    void land(int jump) {
        code.putU2(jump + 1, code.length() - jump);
    }

    /** Here is where an exception leads that is thrown between these places. */
    void handle(int start, int end, String exception) {
        handlers.u2(start).u2(end).u2(code.length()).u2(constants.addClass(exception));
    }

    /** Here the stack holds objects of these classes. */
    Code stackIs(String... classes) {
        stackMap.add(code.length(), classes);
        height = classes.length;
        maxHeight = Math.max(maxHeight, height);
        return this;
    }

    /** The place that has been reached, where the next instruction will be. */
    int here() {
        return code.length();
    }

    /**
     * Ends with instructions that do nothing. There is one, since the one that follows may have a frame of its own, and as many
     * as move the method by a multiple of four, which its {@code switch} instructions are aligned to.
     */
    void end() {
        do {
            write(Opcodes.NOP, 0);
        } while (code.length() % 4 != 0);
    }

    private Code write(int opcode, int growth) {
        height += growth;
        maxHeight = Math.max(maxHeight, height);
        return u1(opcode);
    }

    private Code u1(int value) {
        code.u1(value);
        return this;
    }

    private Code u2(int value) {
        code.u2(value);
        return this;
    }

    int maxStack() {
        return maxHeight;
    }

    Bytes instructions() {
        return code;
    }

    /** Rows of a table of exceptions, of eight bytes each. */
    Bytes handlers() {
        return handlers;
    }
}
