package dev.partnerattribution.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A jar whose entries are stored as they are, in memory. All classes of the engine lie in one entry of the agent's jar, since to
 * find and inflate dozens of entries one by one is a good part of what the agent costs at start. The JDK's reader of such a jar
 * would go through all of it.
 */
final class StoredJar {
    private static final int END_OF_DIRECTORY = 22;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int LOCAL_ENTRY = 30;

    private final byte[] bytes;

    /** Where in the central directory an entry stands. */
    private final Map<String, Integer> entries;

    /** Of the bytes of a jar without a comment and of less than 65,536 entries. */
    StoredJar(byte[] bytes) {
        this.bytes = bytes;
        int end = bytes.length - END_OF_DIRECTORY;
        int count = u2(end + 10);
        this.entries = new HashMap<>(count * 2);
        int at = u4(end + 16);
        for (int i = 0; i < count; i++) {
            int name = u2(at + 28);
            entries.put(ascii(at + DIRECTORY_ENTRY, name), at);
            at += DIRECTORY_ENTRY + name + u2(at + 30) + u2(at + 32);
        }
    }

    /** The content of an entry; null if there is none of this name. */
    byte @Nullable [] read(String name) {
        Integer entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        int local = u4(entry + 42);
        int start = local + LOCAL_ENTRY + u2(local + 26) + u2(local + 28);
        return Arrays.copyOfRange(bytes, start, start + u4(entry + 24));
    }

    @SuppressWarnings("deprecation") // exact for names of classes, which are ASCII, and needs no charset
    private String ascii(int start, int length) {
        return new String(bytes, 0, start, length);
    }

    private int u2(int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private int u4(int at) {
        return u2(at) | u2(at + 2) << 16;
    }
}
