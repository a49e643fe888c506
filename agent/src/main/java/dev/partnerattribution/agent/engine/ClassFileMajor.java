package dev.partnerattribution.agent.engine;

import net.bytebuddy.jar.asm.Opcodes;

/** Class files of a Java that is newer than Byte Buddy: what is in them is, as a rule, what was in older ones. */
public final class ClassFileMajor {
    private static final int AT = 6;
    private static final int NEWEST = Opcodes.V28;

    private ClassFileMajor() {}

    /** Applies a definition as if the class file were of the newest Java that is known, and gives the result its own version. */
    public static byte[] apply(TypeInstrumentation definition, byte[] classFile, boolean isLoaded) {
        int major = (classFile[AT] & 0xff) << 8 | (classFile[AT + 1] & 0xff);
        return major <= NEWEST
                ? applied(definition, classFile, isLoaded)
                : withMajor(applied(definition, withMajor(classFile.clone(), NEWEST), isLoaded), major);
    }

    private static byte[] applied(TypeInstrumentation definition, byte[] classFile, boolean isLoaded) {
        return isLoaded ? definition.applyToLoaded(classFile) : definition.applyTo(classFile);
    }

    private static byte[] withMajor(byte[] classFile, int major) {
        classFile[AT] = (byte) (major >> 8);
        classFile[AT + 1] = (byte) major;
        return classFile;
    }
}
