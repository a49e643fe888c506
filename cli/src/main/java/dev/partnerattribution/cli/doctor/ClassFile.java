package dev.partnerattribution.cli.doctor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
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
    private final DataInputStream rest;

    private ClassFile(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("it is no class file");
        }
        in.skipNBytes(4);
        constants = ConstantPool.read(in);
        in.skipNBytes(2);
        name = constants.named(in.readUnsignedShort());
        in.skipNBytes(2);
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            interfaces.add(constants.named(in.readUnsignedShort()));
        }
        rest = in;
    }

    /** @throws IOException if it is none, or is cut off */
    static ClassFile of(byte[] bytes) throws IOException {
        return new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
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
     * What is constant in it: fields with their values, and methods that do nothing but return a text. To be asked once.
     *
     * @return by the name of the field or method
     */
    Map<String, String> constantTexts() throws IOException {
        Map<String, String> values = new HashMap<>();
        readMembers(values); // fields
        readMembers(values); // methods
        return values;
    }

    private void readMembers(Map<String, String> values) throws IOException {
        for (int i = rest.readUnsignedShort(); i > 0; i--) {
            rest.skipNBytes(2);
            String member = constants.text(rest.readUnsignedShort());
            rest.skipNBytes(2);
            for (int j = rest.readUnsignedShort(); j > 0; j--) {
                String value = readAttribute();
                if (value != null) {
                    values.put(member, value);
                }
            }
        }
    }

    private @Nullable String readAttribute() throws IOException {
        String attribute = constants.text(rest.readUnsignedShort());
        byte[] content = content(rest.readInt());
        if (attribute.equals("ConstantValue") && content.length == 2) {
            return textOrNull(Byte.toUnsignedInt(content[0]) << 8 | Byte.toUnsignedInt(content[1]));
        }
        return attribute.equals("Code") ? returned(content) : null;
    }

    private byte[] content(int length) throws IOException {
        if (length < 0 || length > rest.available()) {
            throw new IOException("it is cut off");
        }
        return rest.readNBytes(length);
    }

    /** After its sizes and the length of the code: {@code ldc x; areturn}. */
    private @Nullable String returned(byte[] code) {
        int[] bytes = new int[12];
        for (int i = 0; i < Math.min(code.length, bytes.length); i++) {
            bytes[i] = Byte.toUnsignedInt(code[i]);
        }
        if (bytes[8] == LDC && bytes[10] == ARETURN) {
            return textOrNull(bytes[9]);
        }
        return bytes[8] == LDC_W && bytes[11] == ARETURN ? textOrNull(bytes[9] << 8 | bytes[10]) : null;
    }

    private @Nullable String textOrNull(int constant) {
        try {
            return constants.named(constant);
        } catch (IOException e) {
            return null; // a number, whose constant names no text
        }
    }
}
