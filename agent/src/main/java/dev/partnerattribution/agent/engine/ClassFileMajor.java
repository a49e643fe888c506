package dev.partnerattribution.agent.engine;

import net.bytebuddy.jar.asm.Opcodes;

/** Class files of a Java that is newer than Byte Buddy: what is in them is, as a rule, what was in older ones. */
final class ClassFileMajor {
    private static final int AT = 6;
    private static final int NEWEST = Opcodes.V28;

    private ClassFileMajor() {}

    /** Applies a definition as if the class file were of the newest Java that is known, and gives the result its own version. */
    static byte[] apply(TypeInstrumentation definition, byte[] classFile) {
        int major = (classFile[AT] & 0xff) << 8 | (classFile[AT + 1] & 0xff);
        return major <= NEWEST
                ? definition.applyTo(classFile)
                : withMajor(definition.applyTo(withMajor(classFile.clone(), NEWEST)), major);
    }

    private static byte[] withMajor(byte[] classFile, int major) {
        classFile[AT] = (byte) (major >> 8);
        classFile[AT + 1] = (byte) major;
        return classFile;
    }
}
