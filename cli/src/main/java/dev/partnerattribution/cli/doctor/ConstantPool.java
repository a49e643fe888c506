package dev.partnerattribution.cli.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The constants of a class file: the names, texts and references that its code can use. A library that reads class files
 * refuses those of a Java newer than itself; the constants have hardly changed since Java 1.0, and more is not asked here.
 */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;

    private final byte[] file;
    private final byte[] tags;

    /** Where each lies in the file, after its tag. */
    private final int[] at;

    private ConstantPool(byte[] file, int size) {
        this.file = file;
        this.tags = new byte[size];
        this.at = new int[size];
    }

    /** Reads it from where it starts in the buffer over this file, after its versions, and leaves the buffer at its end. */
    static ConstantPool read(ByteBuffer in, byte[] file) throws IOException {
        ConstantPool pool = new ConstantPool(file, Short.toUnsignedInt(in.getShort()));
        for (int i = 1; i < pool.tags.length; i++) {
            pool.tags[i] = in.get();
            pool.at[i] = in.position();
            in.position(in.position() + length(pool.tags[i], in));
            boolean takesTwoNumbers = pool.tags[i] == 5 || pool.tags[i] == 6;
            i += takesTwoNumbers ? 1 : 0;
        }
        return pool;
    }

    private static int length(int tag, ByteBuffer in) throws IOException {
        return switch (tag) {
            case UTF8 -> 2 + Short.toUnsignedInt(in.getShort(in.position()));
            case CLASS, STRING, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, METHOD, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("it has a constant of the unknown kind " + tag);
        };
    }

    private int number(int position) {
        return Byte.toUnsignedInt(file[position]) << 8 | Byte.toUnsignedInt(file[position + 1]);
    }

    private int checked(int constant) throws IOException {
        if (constant <= 0 || constant >= tags.length) {
            throw new IOException("there is no constant " + constant);
        }
        return constant;
    }

    /** The text with this number. Java's own UTF-8 differs only in what no name or address here consists of. */
    String text(int constant) throws IOException {
        if (tags[checked(constant)] != UTF8) {
            throw new IOException("constant " + constant + " is no text");
        }
        int position = at[constant];
        return new String(file, position + 2, number(position), StandardCharsets.UTF_8);
    }

    /** The text of the class, string, or name and type with this number. */
    String named(int constant) throws IOException {
        return text(number(at[checked(constant)]));
    }

    /** The classes that the code names, with slashes; arrays as what they hold. */
    Set<String> classes() throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        for (String name : all(CLASS)) {
            classes.add(name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name);
        }
        return classes;
    }

    /** The texts that the code uses; not names. */
    Set<String> strings() throws IOException {
        return all(STRING);
    }

    private Set<String> all(int tag) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == tag) {
                all.add(named(i));
            }
        }
        return all;
    }

    /** Whether the code calls the method of this name of that class. */
    boolean calls(String owner, String method) throws IOException {
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == METHOD
                    && named(number(at[i])).equals(owner)
                    && named(number(at[i] + 2)).equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this stands anywhere, as an annotation's type does. */
    boolean holds(String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        for (int i = 1; i < tags.length; i++) {
            int from = at[i] + 2;
            if (tags[i] == UTF8
                    && number(at[i]) == wanted.length
                    && Arrays.equals(file, from, from + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
