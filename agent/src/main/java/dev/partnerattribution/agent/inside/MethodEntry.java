package dev.partnerattribution.agent.inside;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** What is on hand where a method starts. */
final class MethodEntry {
    private static final int MAJOR = 0xffff;

    private final int version;
    private final String owner;
    private final boolean isStatic;
    private final boolean isConstructor;
    private final Type[] arguments;

    /** {@code version} is that of the class file. */
    MethodEntry(int version, String owner, int access, String name, String descriptor) {
        this.version = version;
        this.owner = owner;
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.isConstructor = name.equals("<init>");
        this.arguments = Type.getArgumentTypes(descriptor);
    }

    Type[] arguments() {
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
        return (version & MAJOR) >= Opcodes.V1_6;
    }

    /** The local variables, as a stack map frame names their types. */
    Object[] locals() {
        int first = isStatic ? 0 : 1;
        Object[] locals = new Object[arguments.length + first];
        if (!isStatic) {
            locals[0] = isConstructor ? Opcodes.UNINITIALIZED_THIS : owner;
        }
        for (int i = 0; i < arguments.length; i++) {
            locals[first + i] = frameType(arguments[i]);
        }
        return locals;
    }

    private static @Nullable Object frameType(Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN:
            case Type.CHAR:
            case Type.BYTE:
            case Type.SHORT:
            case Type.INT:
                return Opcodes.INTEGER;
            case Type.LONG:
                return Opcodes.LONG;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            default:
                return type.getInternalName();
        }
    }
}
