package dev.partnerattribution.cli.doctor.scanning;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class file as far as it matters here. Read, never loaded. Names have slashes. */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int MAJOR_VERSION = 6;

    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;

    private final ClassReader reader;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> strings = new LinkedHashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final Set<String> annotations = new HashSet<>();

    private ClassFile(byte[] bytes) throws IOException {
        reader = new ClassReader(bytes);
        if (reader.readInt(0) != MAGIC) {
            throw new IOException("it is no class file");
        }
        readConstants();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                        annotations.add(type);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** @throws IOException if it is none, or is cut off */
    static ClassFile of(byte[] bytes) throws IOException {
        try {
            return new ClassFile(ofKnownVersion(bytes));
        } catch (RuntimeException malformed) {
            throw new IOException("it is no class file, or one that is cut off", malformed);
        }
    }

    /**
     * The library refuses class files of a Java newer than itself. What is read here has hardly changed since Java 1.0, so
     * that such a file is read as one of the newest version that it knows.
     */
    private static byte[] ofKnownVersion(byte[] bytes) {
        int major = bytes.length <= MAJOR_VERSION + 1
                ? 0
                : Byte.toUnsignedInt(bytes[MAJOR_VERSION]) << 8 | Byte.toUnsignedInt(bytes[MAJOR_VERSION + 1]);
        if (major <= Opcodes.V25) {
            return bytes;
        }
        byte[] known = bytes.clone();
        known[MAJOR_VERSION] = 0;
        known[MAJOR_VERSION + 1] = Opcodes.V25;
        return known;
    }

    private void readConstants() {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0) {
                readConstant(at, buffer);
            }
        }
    }

    private void readConstant(int at, char[] buffer) {
        switch (reader.readByte(at - 1)) {
            case CLASS -> classes.add(element(reader.readUTF8(at, buffer)));
            case STRING -> strings.add(reader.readUTF8(at, buffer));
            case METHOD -> {
                int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
                calls.add(call(reader.readClass(at, buffer), reader.readUTF8(nameAndType, buffer)));
            }
            default -> {
                // Numbers, fields, names and types: nothing is asked of them.
            }
        }
    }

    /** What an array holds. */
    private static String element(String name) {
        return name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name;
    }

    private static String call(String owner, String method) {
        return owner + "." + method;
    }

    String name() {
        return reader.getClassName();
    }

    boolean implementsInterface(String wanted) {
        return List.of(reader.getInterfaces()).contains(wanted);
    }

    /** Whether the class itself carries an annotation of this type, such as {@code Lcom/contoso/Marker;}. */
    boolean isAnnotatedWith(String type) {
        return annotations.contains(type);
    }

    /** The classes that the code names; arrays as what they hold. */
    Set<String> classes() {
        return classes;
    }

    /** The texts that the code uses; not names. */
    Set<String> strings() {
        return strings;
    }

    /** Whether the code calls the method of this name of that class. */
    boolean calls(String owner, String method) {
        return calls.contains(call(owner, method));
    }

    /**
     * What is constant in it: fields with their values, and methods that return a text.
     *
     * @return by the name of the field or method
     */
    Map<String, String> constantTexts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try {
            reader.accept(new ConstantTexts(texts), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException malformed) {
            throw new IOException("it is no class file, or one that is cut off", malformed);
        }
        return texts;
    }

    private static final class ConstantTexts extends ClassVisitor {
        private final Map<String, String> texts;

        ConstantTexts(Map<String, String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String type, @Nullable String signature, @Nullable Object value) {
            if (value instanceof String text) {
                texts.put(name, text);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            return new ReturnedText(text -> texts.put(name, text));
        }
    }
}
