package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.internal.reading.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One change: at this offset, this many bytes are taken away and the text put there. */
public record Edit(int offset, int removed, String added) {
    public static Edit insert(int offset, String added) {
        return new Edit(offset, 0, added);
    }

    public static Edit replace(Node node, String added) {
        return new Edit(node.start(), node.end() - node.start(), added);
    }

    /** Applies edits that are in the order of the file. */
    public static byte[] applyAll(List<Edit> edits, byte[] original) {
        byte[] changed = original;
        for (int i = edits.size() - 1; i >= 0; i--) {
            changed = edits.get(i).applyTo(changed);
        }
        return changed;
    }

    private byte[] applyTo(byte[] original) {
        byte[] text = added.getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[original.length - removed + text.length];
        System.arraycopy(original, 0, changed, 0, offset);
        System.arraycopy(text, 0, changed, offset, text.length);
        int rest = offset + removed;
        System.arraycopy(original, rest, changed, offset + text.length, original.length - rest);
        return changed;
    }
}
