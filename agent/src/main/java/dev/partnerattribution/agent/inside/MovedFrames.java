package dev.partnerattribution.agent.inside;

/** Copies the frames of a method that is moved. Each is as far from the one before as it was, except for the first. */
final class MovedFrames {
    /** Up to here the kind of a frame says how far it is; it does not change anything. */
    private static final int ONE_ON_THE_STACK = 64;

    /** The same, with one type on the stack. */
    private static final int NO_KIND = 128;

    private static final int ONE_ON_THE_STACK_FAR = 247;
    private static final int FEWER_LOCALS = 248;
    private static final int SAME_FAR = 251;

    /** The type of an object that is not initialized yet: it names the place of the instruction that made it. */
    private static final int UNINITIALIZED = 8;

    private final byte[] classFile;
    private final int shift;
    private final Bytes out;
    private int at;

    /** Of those that begin here. */
    MovedFrames(byte[] classFile, int at, int shift, Bytes out) {
        this.classFile = classFile;
        this.at = at;
        this.shift = shift;
        this.out = out;
    }

    /** Writes that many, behind a frame at this place; -1 if there is none. */
    void write(int count, int before) {
        writeFirst(shift - before - 1);
        for (int i = 1; i < count; i++) {
            int kind = kind();
            copy(kind < NO_KIND ? 1 : 3);
            types(kind);
        }
    }

    /** In the form that has room for any distance. */
    private void writeFirst(int farther) {
        int kind = kind();
        if (kind < ONE_ON_THE_STACK) {
            out.u1(SAME_FAR).u2(kind + farther);
            at += 1;
        } else if (kind < NO_KIND) {
            out.u1(ONE_ON_THE_STACK_FAR).u2(kind - ONE_ON_THE_STACK + farther);
            at += 1;
        } else {
            out.u1(kind).u2(Bytes.u2(classFile, at + 1) + farther);
            at += 3;
        }
        types(kind);
    }

    private int kind() {
        int kind = classFile[at] & 0xff;
        if (kind >= NO_KIND && kind < ONE_ON_THE_STACK_FAR) {
            throw Unknown.that("its class file has a stack map frame of the kind " + kind);
        }
        return kind;
    }

    private void types(int kind) {
        if (kind == StackMap.FULL) {
            copyTypes(count());
            copyTypes(count());
        } else if (kind > SAME_FAR) {
            copyTypes(kind - SAME_FAR);
        } else if (kind >= ONE_ON_THE_STACK && kind < FEWER_LOCALS) {
            copyTypes(1);
        }
    }

    private int count() {
        copy(2);
        return Bytes.u2(classFile, at - 2);
    }

    private void copyTypes(int count) {
        for (int i = 0; i < count; i++) {
            int type = classFile[at];
            if (type == UNINITIALIZED) {
                out.u1(type).u2(Bytes.u2(classFile, at + 1) + shift);
                at += 3;
            } else if (type <= StackMap.OBJECT) {
                copy(type == StackMap.OBJECT ? 3 : 1);
            } else {
                throw Unknown.that("its class file has a stack map type of the kind " + type);
            }
        }
    }

    private void copy(int bytes) {
        out.copy(classFile, at, at + bytes);
        at += bytes;
    }
}
