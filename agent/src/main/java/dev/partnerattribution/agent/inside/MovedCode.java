package dev.partnerattribution.agent.inside;

/**
 * The code of a method, moved behind code of ours. What names a place in it names where that is now: the exceptions, the stack
 * map, and what a debugger wants to know.
 *
 * <p>Type annotations on code are left out. They name places too, but only who reads class files sees them, and this one never is
 * a file. An attribute that the JVM's specification does not know is copied as it is.
 */
final class MovedCode {
    private static final int MOST = 0xffff;
    private static final String STACK_MAP = "StackMapTable";

    private final byte[] classFile;
    private final ConstantPool constants;
    private final Code ours;
    private final StackMap stackMap;
    private final int shift;
    private final Bytes out;

    /** Writes what it is told to {@code out}. */
    MovedCode(byte[] classFile, ConstantPool constants, Code ours, StackMap stackMap, Bytes out) {
        this.classFile = classFile;
        this.constants = constants;
        this.ours = ours;
        this.stackMap = stackMap;
        this.shift = ours.instructions().length();
        this.out = out;
    }

    /** Writes the attribute that begins here. */
    void write(int start) {
        int code = start + 14;
        int length = Bytes.u4(classFile, start + 10);
        out.copy(classFile, start, start + 2);
        int lengthAt = out.length();
        out.u4(0)
                .u2(Math.max(Bytes.u2(classFile, start + 6), ours.maxStack()))
                .copy(classFile, start + 8, start + 10)
                .u4(fitting(shift + length, "bytes in a method"))
                .copy(ours.instructions())
                .copy(classFile, code, code + length);
        attributes(exceptions(code + length));
        out.putLength(lengthAt);
    }

    private static int fitting(int number, String what) {
        if (number > MOST) {
            throw Unknown.that("there is no room for our code: it would need more than " + MOST + " " + what);
        }
        return number;
    }

    /** The order decides between those of one place only: ours come last. */
    private int exceptions(int start) {
        int count = Bytes.u2(classFile, start);
        out.u2(fitting(count + ours.handlers().length() / 8, "exception handlers in a method"));
        int at = start + 2;
        for (int i = 0; i < count; i++) {
            place(at);
            place(at + 2);
            place(at + 4);
            out.copy(classFile, at + 6, at + 8);
            at += 8;
        }
        out.copy(ours.handlers());
        return at;
    }

    private void place(int at) {
        out.u2(Bytes.u2(classFile, at) + shift);
    }

    private void attributes(int start) {
        int countAt = out.length();
        out.u2(0);
        int count = 0;
        boolean mapped = stackMap.isEmpty();
        int at = start + 2;
        for (int i = Bytes.u2(classFile, start); i > 0; i--) {
            String name = constants.text(Bytes.u2(classFile, at));
            count += attribute(name, at) ? 1 : 0;
            mapped |= name.equals(STACK_MAP);
            at = Instrumented.endOfAttribute(classFile, at);
        }
        if (!mapped) {
            int lengthAt = header(constants.addText(STACK_MAP));
            stackMap.write(out);
            out.putLength(lengthAt);
            count++;
        }
        out.putU2(countAt, count);
    }

    /** Returns whether it is kept. */
    private boolean attribute(String name, int at) {
        switch (name) {
            case "RuntimeVisibleTypeAnnotations":
            case "RuntimeInvisibleTypeAnnotations":
                return false;
            case STACK_MAP:
                int lengthAt = header(Bytes.u2(classFile, at));
                stackMap.write(out, classFile, at + 6, shift);
                out.putLength(lengthAt);
                return true;
            case "LineNumberTable":
                table(at, 4);
                return true;
            case "LocalVariableTable":
            case "LocalVariableTypeTable":
                table(at, 10);
                return true;
            default:
                out.copy(classFile, at, Instrumented.endOfAttribute(classFile, at));
                return true;
        }
    }

    /** Returns where its length is to be put. */
    private int header(int name) {
        out.u2(name).u4(0);
        return out.length() - 4;
    }

    /** Each row begins with a place. */
    private void table(int start, int row) {
        int end = Instrumented.endOfAttribute(classFile, start);
        out.copy(classFile, start, start + 8);
        for (int at = start + 8; at < end; at += row) {
            place(at);
            out.copy(classFile, at + 2, at + row);
        }
    }
}
