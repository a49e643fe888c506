package dev.partnerattribution.agent.inside;

import java.nio.charset.StandardCharsets;

/**
 * The constants of a class file, by number. More can be added at the end, so that those that are there keep their numbers. What
 * is added is not looked for first: to find it would take longer than to say it again.
 *
 * <p>Texts stay the bytes that they are, one char each. So those that are ASCII are what they seem, any other equals none of
 * those, and all are written as they were read.
 */
final class ConstantPool {
    private static final int TEXT = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    /** Where the number of constants stands, before them. */
    private static final int START = 8;

    private static final int MOST = 0xffff;

    private final byte[] classFile;
    private final int[] positions;
    private final int end;
    private final Bytes added = new Bytes(2048);
    private int count;

    ConstantPool(byte[] classFile) {
        this.classFile = classFile;
        this.count = Bytes.u2(classFile, START);
        this.positions = new int[count];
        int at = START + 2;
        for (int i = 1; i < count; i++) {
            positions[i] = at;
            int kind = classFile[at];
            at += size(kind, at);
            if (kind == LONG || kind == DOUBLE) {
                i++; // they take two numbers
            }
        }
        this.end = at;
    }

    private int size(int kind, int at) {
        switch (kind) {
            case TEXT:
                return 3 + Bytes.u2(classFile, at + 1);
            case LONG:
            case DOUBLE:
                return 9;
            case CLASS:
            case STRING:
            case 16: // a method's type
            case 19: // a module
            case 20: // a package
                return 3;
            case 15: // a method handle
                return 4;
            case 3: // int
            case 4: // float
            case FIELD:
            case METHOD:
            case INTERFACE_METHOD:
            case NAME_AND_TYPE:
            case 17: // computed when it is first used
            case 18: // a call site
                return 5;
            default:
                throw Unknown.that("its class file has a constant of the kind " + kind);
        }
    }

    /** Where in the class file the first byte after the constants is. */
    int end() {
        return end;
    }

    String text(int number) {
        return textAt(positions[number]);
    }

    private String textAt(int at) {
        return new String(classFile, at + 3, Bytes.u2(classFile, at + 1), StandardCharsets.ISO_8859_1);
    }

    /** The name of a class, with slashes in place of dots. */
    String className(int number) {
        return text(Bytes.u2(classFile, positions[number] + 1));
    }

    /** Adds this, and returns its number, as all that follow. */
    int addText(String text) {
        write(text, added);
        return added();
    }

    /** A class by its name with slashes; an array's begins with a bracket. */
    int addClass(String name) {
        return add(CLASS, addText(name));
    }

    int addString(String value) {
        return add(STRING, addText(value));
    }

    int addField(String owner, String name, String type) {
        return addMember(FIELD, owner, name, type);
    }

    /** A method of a class, not of an interface. */
    int addMethod(String owner, String name, String descriptor) {
        return addMember(METHOD, owner, name, descriptor);
    }

    int addInterfaceMethod(String owner, String name, String descriptor) {
        return addMember(INTERFACE_METHOD, owner, name, descriptor);
    }

    private int addMember(int kind, String owner, String name, String descriptor) {
        return add(kind, addClass(owner), add(NAME_AND_TYPE, addText(name), addText(descriptor)));
    }

    private int add(int kind, int part) {
        added.u1(kind).u2(part);
        return added();
    }

    private int add(int kind, int first, int second) {
        added.u1(kind).u2(first).u2(second);
        return added();
    }

    private int added() {
        if (count == MOST) {
            throw Unknown.that("there is no room for our code: its class file can hold no more constants");
        }
        return count++;
    }

    /** How many bytes {@link #write} writes. */
    int length() {
        return end + added.length();
    }

    /** Writes a class file up to here: what is before the constants, and they. */
    void write(Bytes out) {
        out.copy(classFile, 0, START).u2(count).copy(classFile, START + 2, end).copy(added);
    }

    /**
     * The class file with a class under another name: where it is named by itself, and where it is the type of a field, an
     * argument or a result.
     */
    byte[] withRenamed(String from, String to) {
        Bytes out = new Bytes(2 * classFile.length).copy(classFile, 0, START + 2);
        for (int at : positions) {
            if (at > 0 && classFile[at] == TEXT) {
                write(renamed(textAt(at), from, to), out);
            } else if (at > 0) {
                out.copy(classFile, at, at + size(classFile[at], at));
            }
        }
        return out.copy(classFile, end, classFile.length).toArray();
    }

    private static String renamed(String text, String from, String to) {
        return text.equals(from) ? to : text.replace('L' + from + ';', 'L' + to + ';');
    }

    private static void write(String text, Bytes out) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.u1(TEXT).u2(bytes.length).copy(bytes, 0, bytes.length);
    }
}
