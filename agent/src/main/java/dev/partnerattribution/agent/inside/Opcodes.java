package dev.partnerattribution.agent.inside;

/** Those of the JVM's instructions that we write. The compiler copies the numbers: this class is never loaded. */
final class Opcodes {
    static final int NOP = 0x00;
    static final int ACONST_NULL = 0x01;
    static final int ICONST_0 = 0x03;
    static final int ICONST_1 = 0x04;
    static final int SIPUSH = 0x11;
    static final int LDC_W = 0x13;
    static final int ILOAD = 0x15;
    static final int ALOAD = 0x19;
    static final int ASTORE = 0x3a;
    static final int AASTORE = 0x53;
    static final int POP = 0x57;
    static final int DUP = 0x59;
    static final int SWAP = 0x5f;
    static final int GOTO = 0xa7;
    static final int ARETURN = 0xb0;
    static final int GETSTATIC = 0xb2;
    static final int GETFIELD = 0xb4;
    static final int INVOKEVIRTUAL = 0xb6;
    static final int INVOKESTATIC = 0xb8;
    static final int INVOKEINTERFACE = 0xb9;
    static final int ANEWARRAY = 0xbd;
    static final int CHECKCAST = 0xc0;
    static final int IFNULL = 0xc6;

    private Opcodes() {}
}
