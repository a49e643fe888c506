package dev.partnerattribution.agent.inside;

/**
 * The stack map of a method that gets code in front: the frames of that code, then the method's own. A frame says how far it is
 * from the one before, and mostly what is different there; ours say all, with the local variables as on entry, so that the one
 * that follows them stays right.
 */
final class StackMap {
    /** How a frame calls the types of what is on the stack or in a local variable. */
    static final int INT = 1;

    static final int FLOAT = 2;
    static final int DOUBLE = 3;
    static final int LONG = 4;
    static final int UNINITIALIZED_THIS = 6;
    static final int OBJECT = 7;

    /** The kind of a frame that says all. */
    static final int FULL = 255;

    private final ConstantPool constants;
    private final MethodEntry entry;
    private final Bytes ours = new Bytes(64);
    private int count;
    private int last = -1;

    StackMap(ConstantPool constants, MethodEntry entry) {
        this.constants = constants;
        this.entry = entry;
    }

    /** At this place the stack holds objects of these classes. */
    void add(int place, String... stack) {
        if (!entry.needsFrames()) {
            return;
        }
        ours.u1(FULL).u2(place - last - 1).copy(entry.locals(constants)).u2(stack.length);
        for (String type : stack) {
            ours.u1(OBJECT).u2(constants.addClass(type));
        }
        last = place;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Writes the content of the attribute, for a method that has none itself. */
    void write(Bytes out) {
        out.u2(count).copy(ours);
    }

    /** The same for a method whose own begins here, and which is moved by so many bytes. */
    void write(Bytes out, byte[] classFile, int at, int shift) {
        int theirs = Bytes.u2(classFile, at);
        out.u2(count + theirs).copy(ours);
        if (theirs > 0) {
            new MovedFrames(classFile, at + 2, shift, out).write(theirs, last);
        }
    }
}
