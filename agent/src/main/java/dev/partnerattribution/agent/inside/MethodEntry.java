package dev.partnerattribution.agent.inside;

import java.util.List;

/** What is on hand where a method starts. */
final class MethodEntry {
    private static final int STATIC = 0x0008;
    private static final int JAVA_6 = 50;

    private final int version;
    private final int owner;
    private final boolean isStatic;
    private final boolean isConstructor;
    private final List<String> arguments;

    /**
     * @param version the major one of the class file
     * @param owner the number of the constant that is the class
     */
    MethodEntry(int version, int owner, int access, String name, String descriptor) {
        this.version = version;
        this.owner = owner;
        this.isStatic = (access & STATIC) != 0;
        this.isConstructor = name.equals("<init>");
        this.arguments = new Descriptor(descriptor).arguments();
    }

    /** Their types, as in {@link Descriptor#arguments}. */
    List<String> arguments() {
        return arguments;
    }

    boolean isStatic() {
        return isStatic;
    }

    /** Whether there is an object that code may use: in a constructor it is not one yet. */
    boolean hasThis() {
        return !isStatic && !isConstructor;
    }

    /** Whether the class file is checked by stack map frames, as from Java 6 on; older ones have none. */
    boolean needsFrames() {
        return version >= JAVA_6;
    }

    /** The local variables as a stack map frame lists them: how many, and the type of each. */
    Bytes locals(ConstantPool constants) {
        Bytes locals = new Bytes(64).u2(arguments.size() + (isStatic ? 0 : 1));
        if (isConstructor) {
            locals.u1(StackMap.UNINITIALIZED_THIS);
        } else if (!isStatic) {
            locals.u1(StackMap.OBJECT).u2(owner);
        }
        for (int i = 0; i < arguments.size(); i++) {
            add(arguments.get(i), locals, constants);
        }
        return locals;
    }

    private static void add(String type, Bytes locals, ConstantPool constants) {
        switch (type.charAt(0)) {
            case 'J':
                locals.u1(StackMap.LONG);
                break;
            case 'F':
                locals.u1(StackMap.FLOAT);
                break;
            case 'D':
                locals.u1(StackMap.DOUBLE);
                break;
            case 'L':
            case '[':
                locals.u1(StackMap.OBJECT).u2(constants.addClass(Descriptor.className(type)));
                break;
            default:
                locals.u1(StackMap.INT);
        }
    }
}
