package dev.partnerattribution.weave;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** What our classes are called in a woven program: another copy of them may be there, the runtime jar's or the agent's. */
final class OwnNames extends Remapper {
    private static final String OURS = "dev/partnerattribution/";

    /** Below it. */
    private static final Set<String> BROUGHT = Set.of("agent", "azure", "internal", "woven");

    private final Set<String> used = new TreeSet<>();

    OwnNames() {
        super(Opcodes.ASM9);
    }

    /** Whether a program that holds a class of this name, which has slashes, has it from the runtime, the agent or weaving. */
    static boolean isBrought(String type) {
        if (!isOurs(type)) {
            return false;
        }
        int end = type.indexOf('/', OURS.length());
        return end < 0 || BROUGHT.contains(type.substring(OURS.length(), end));
    }

    private static boolean isOurs(String type) {
        return type.startsWith(OURS);
    }

    /** The name of a class in a woven program. */
    static String woven(String type) {
        return isOurs(type) && !type.startsWith(Weaver.PACKAGE) ? Weaver.PACKAGE + type.substring(OURS.length()) : type;
    }

    @Override
    public String map(String type) {
        if (isOurs(type)) {
            used.add(type);
        }
        return woven(type);
    }

    /** The class file with the names that it has in a woven program. */
    byte[] applyTo(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassRemapper(writer, this), 0);
        return writer.toByteArray();
    }

    /** Those of our classes that were named in class files so far, as they are called here. */
    Collection<String> used() {
        return used;
    }
}
