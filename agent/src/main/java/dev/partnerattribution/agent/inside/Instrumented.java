package dev.partnerattribution.agent.inside;

import java.util.HashSet;
import java.util.Set;

/**
 * A class file with a {@link Handover} in front of the method of a hook. Nothing else in it is read, only skipped and copied: what
 * the agent costs a program that a route concerns is mostly what is done here, by code that has just been loaded.
 */
final class Instrumented {
    private static final int NO_CODE = 0x0100 | 0x0400; // native, abstract

    private final Hook hook;
    private final byte[] classFile;
    private final ConstantPool constants;
    private final Set<String> found = new HashSet<>();

    /** What comes after the constants. */
    private final Bytes rest;

    Instrumented(Hook hook, byte[] classFile) {
        this.hook = hook;
        this.classFile = classFile;
        this.constants = new ConstantPool(classFile);
        this.rest = new Bytes(classFile.length);
    }

    /** @throws Unknown if the class lacks such a method */
    byte[] bytes() {
        int copied = constants.end();
        int at = methods();
        int count = Bytes.u2(classFile, at);
        at += 2;
        for (int i = 0; i < count; i++) {
            int end = endOfMember(at);
            if (isMeant(at)) {
                rest.copy(classFile, copied, at);
                writeMethod(at);
                copied = end;
            }
            at = end;
        }
        if (found.size() < hook.methods()) {
            throw Unknown.that(constants.className(owner()).replace('/', '.') + " has no " + hook.wanted());
        }
        rest.copy(classFile, copied, classFile.length);
        Bytes all = new Bytes(constants.length() + rest.length());
        constants.write(all);
        return all.copy(rest).toArray();
    }

    /** The number of the constant that is this class. */
    private int owner() {
        return Bytes.u2(classFile, constants.end() + 2);
    }

    /** Where their number stands. */
    private int methods() {
        int interfaces = constants.end() + 6;
        int at = interfaces + 2 + 2 * Bytes.u2(classFile, interfaces);
        int fields = Bytes.u2(classFile, at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = endOfMember(at);
        }
        return at;
    }

    /** Of a field or a method. */
    private int endOfMember(int start) {
        int at = start + 8;
        for (int attributes = Bytes.u2(classFile, start + 6); attributes > 0; attributes--) {
            at = endOfAttribute(classFile, at);
        }
        return at;
    }

    static int endOfAttribute(byte[] classFile, int start) {
        return start + 6 + Bytes.u4(classFile, start + 2);
    }

    private boolean isMeant(int method) {
        boolean hasCode = (Bytes.u2(classFile, method) & NO_CODE) == 0;
        return hasCode && hook.isAt(text(method + 2), text(method + 4));
    }

    private String text(int at) {
        return constants.text(Bytes.u2(classFile, at));
    }

    private void writeMethod(int start) {
        found.add(text(start + 2));
        rest.copy(classFile, start, start + 8);
        int at = start + 8;
        for (int attributes = Bytes.u2(classFile, start + 6); attributes > 0; attributes--) {
            int end = endOfAttribute(classFile, at);
            if (text(at).equals("Code")) {
                writeCode(start, at);
            } else {
                rest.copy(classFile, at, end);
            }
            at = end;
        }
    }

    private void writeCode(int method, int at) {
        int version = Bytes.u2(classFile, 6);
        MethodEntry entry =
                new MethodEntry(version, owner(), Bytes.u2(classFile, method), text(method + 2), text(method + 4));
        StackMap stackMap = new StackMap(constants, entry);
        Code code = new Code(constants, stackMap);
        new Handover(hook, entry, code).write();
        new MovedCode(classFile, constants, code, stackMap, rest).write(at);
    }
}
