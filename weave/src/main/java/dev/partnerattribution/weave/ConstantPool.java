package dev.partnerattribution.weave;

import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/** What classes a class file names: what is known by that alone needs no look at its code. */
final class ConstantPool {
    private static final int CLASS_TAG = 7;

    private ConstantPool() {}

    /** Whether it names one of these classes. */
    static boolean names(byte[] classFile, Set<String> types) {
        return names(classFile, types::contains);
    }

    /** Whether it names a class of such a name, which has slashes. */
    static boolean names(byte[] classFile, Predicate<String> wanted) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == CLASS_TAG && wanted.test(reader.readUTF8(at, buffer))) {
                return true;
            }
        }
        return false;
    }
}
