package dev.partnerattribution.cli.doctor;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class file as far as it matters here. Read, never loaded. Names have slashes. */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int LDC = 0x12;
    private static final int LDC_W = 0x13;
    private static final int ARETURN = 0xb0;

    private final ConstantPool constants;
    private final String name;
    private final List<String> interfaces = new ArrayList<>();

    /** The fields and what follows them. */
    private final ByteBuffer rest;

    private ClassFile(ByteBuffer in, byte[] bytes) throws IOException {
        if (in.getInt() != MAGIC) {
            throw new IOException("it is no class file");
        }
        in.getInt();
        constants = ConstantPool.read(in, bytes);
        in.getShort();
        name = constants.named(number(in));
        in.getShort();
        for (int i = number(in); i > 0; i--) {
            interfaces.add(constants.named(number(in)));
        }
        rest = in;
    }

    /** @throws IOException if it is none, or is cut off */
    static ClassFile of(byte[] bytes) throws IOException {
        try {
            return new ClassFile(ByteBuffer.wrap(bytes), bytes);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is no class file, or one that is cut off", e);
        }
    }

    private static int number(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    String name() {
        return name;
    }

    ConstantPool constants() {
        return constants;
    }

    boolean implementsInterface(String wanted) {
        return interfaces.contains(wanted);
    }

    /**
     * What is constant in it: fields with their values, and methods that do nothing but return a text.
     *
     * @return by the name of the field or method
     */
    Map<String, String> constantTexts() throws IOException {
        try {
            ByteBuffer in = rest.duplicate();
            Map<String, String> values = new HashMap<>();
            readMembers(in, values); // fields
            readMembers(in, values); // methods
            return values;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is cut off", e);
        }
    }

    private void readMembers(ByteBuffer in, Map<String, String> values) throws IOException {
        for (int i = number(in); i > 0; i--) {
            in.getShort();
            String member = constants.text(number(in));
            in.getShort();
            for (int j = number(in); j > 0; j--) {
                String value = readAttribute(in);
                if (value != null) {
                    values.put(member, value);
                }
            }
        }
    }

    private @Nullable String readAttribute(ByteBuffer in) throws IOException {
        String attribute = constants.text(number(in));
        int length = in.getInt();
        int start = in.position();
        if (length < 0) {
            throw new IOException("it has an attribute of a length below 0");
        }
        in.position(start + length);
        if (attribute.equals("ConstantValue")) {
            return textOrNull(Short.toUnsignedInt(in.getShort(start)));
        }
        return attribute.equals("Code") ? returned(in, start + 8) : null;
    }

    /** Where the code begins: {@code ldc x; areturn}. */
    private @Nullable String returned(ByteBuffer in, int code) {
        int instruction = Byte.toUnsignedInt(in.get(code));
        if (instruction == LDC && Byte.toUnsignedInt(in.get(code + 2)) == ARETURN) {
            return textOrNull(Byte.toUnsignedInt(in.get(code + 1)));
        }
        return instruction == LDC_W && Byte.toUnsignedInt(in.get(code + 3)) == ARETURN
                ? textOrNull(Short.toUnsignedInt(in.getShort(code + 1)))
                : null;
    }

    private @Nullable String textOrNull(int constant) {
        try {
            return constants.named(constant);
        } catch (IOException e) {
            return null; // a number, whose constant names no text
        }
    }
}
