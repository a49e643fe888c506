package dev.partnerattribution.weave;

import dev.partnerattribution.agent.library.InjectedHelper;

/** By what a class file shows that it was woven: it names a class of ours, in our package or beside it. */
final class WovenMark {
    private static final String BESIDE = "/PartnerAttribution" + InjectedHelper.class.getSimpleName();

    private WovenMark() {}

    static boolean isIn(byte[] classFile) {
        return ConstantPool.names(classFile, type -> type.startsWith(Weaver.PACKAGE) || type.endsWith(BESIDE));
    }
}
