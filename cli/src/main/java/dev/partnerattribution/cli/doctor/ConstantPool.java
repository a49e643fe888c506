package dev.partnerattribution.cli.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The constants of a class file: the names, texts and references that its code can use. A library that reads class files
 * refuses those of a Java newer than itself; the constants have hardly changed since Java 1.0, and more is not asked here.
 */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;

    private final int[] tags;
    private final String[] texts;
    /** The two references that most constants consist of. */
    private final int[] first;

    private final int[] second;

    private ConstantPool(int size) {
        tags = new int[size];
        texts = new String[size];
        first = new int[size];
        second = new int[size];
    }

    /** Reads it from where it starts, after the versions of the class file. */
    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.tags.length; i++) {
            i += pool.readConstant(in, i);
        }
        return pool;
    }

    /** Returns how many numbers it takes besides its own. */
    private int readConstant(DataInputStream in, int i) throws IOException {
        tags[i] = in.readUnsignedByte();
        switch (tags[i]) {
            case UTF8 -> texts[i] = text(in);
            case CLASS, STRING, 16, 19, 20 -> first[i] = in.readUnsignedShort();
            case 9, 10, 11, 12, 17, 18 -> {
                first[i] = in.readUnsignedShort();
                second[i] = in.readUnsignedShort();
            }
            case 3, 4 -> in.skipNBytes(4);
            case 15 -> in.skipNBytes(3);
            case 5, 6 -> {
                in.skipNBytes(8);
                return 1;
            }
            default -> throw new IOException("constant " + i + " is of the unknown kind " + tags[i]);
        }
        return 0;
    }

    /** Java's own UTF-8 differs only in what no name or address here consists of. */
    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text with this number. */
    String text(int number) throws IOException {
        if (number <= 0 || number >= texts.length || texts[number] == null) {
            throw new IOException("constant " + number + " is no text");
        }
        return texts[number];
    }

    /** The text of the class or string constant with this number. */
    String named(int number) throws IOException {
        if (number <= 0 || number >= first.length) {
            throw new IOException("there is no constant " + number);
        }
        return text(first[number]);
    }

    /** The classes that the code names, with slashes; arrays as what they hold. */
    List<String> classes() throws IOException {
        List<String> classes = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == CLASS) {
                classes.add(element(named(i)));
            }
        }
        return classes;
    }

    private static String element(String name) {
        return name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name;
    }

    /** The texts that the code uses; not names. */
    List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == STRING) {
                strings.add(named(i));
            }
        }
        return strings;
    }

    /** Whether the code calls the method of this name of that class. */
    boolean calls(String owner, String method) throws IOException {
        for (int i = 1; i < tags.length; i++) {
            boolean reference = tags[i] == 10 || tags[i] == 11;
            if (reference && named(first[i]).equals(owner) && named(second[i]).equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this stands anywhere, as an annotation's type does. */
    boolean holds(String text) {
        for (String held : texts) {
            if (text.equals(held)) {
                return true;
            }
        }
        return false;
    }
}
