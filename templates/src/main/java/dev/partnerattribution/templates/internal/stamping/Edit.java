package dev.partnerattribution.templates;

import java.nio.charset.StandardCharsets;

/** One change: at this offset, this many bytes are taken away and the text put there. */
record Edit(int offset, int removed, String added) {
    static Edit insert(int offset, String added) {
        return new Edit(offset, 0, added);
    }

    static Edit replace(Node node, String added) {
        return new Edit(node.start(), node.end() - node.start(), added);
    }

    byte[] applyTo(byte[] original) {
        byte[] text = added.getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[original.length - removed + text.length];
        System.arraycopy(original, 0, changed, 0, offset);
        System.arraycopy(text, 0, changed, offset, text.length);
        int rest = offset + removed;
        System.arraycopy(original, rest, changed, offset + text.length, original.length - rest);
        return changed;
    }
}
