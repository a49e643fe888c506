package dev.partnerattribution.weave;

import dev.partnerattribution.agent.library.InjectedHelper;
import net.bytebuddy.jar.asm.ClassReader;

/** By what a class file shows that it was woven: it names a class of ours, in our package or beside it. */
final class WovenMark {
    private static final int CLASS_TAG = 7;
    private static final String BESIDE = "/PartnerAttribution" + InjectedHelper.class.getSimpleName();

    private WovenMark() {}

    static boolean isIn(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == CLASS_TAG && isOurs(reader.readUTF8(at, buffer))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurs(String type) {
        return type.startsWith(Weaver.PACKAGE) || type.endsWith(BESIDE);
    }
}
