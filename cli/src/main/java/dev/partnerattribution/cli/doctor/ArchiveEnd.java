package dev.partnerattribution.cli.doctor;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes an archive on and sees whether it has an end: one that is cut off between two of its files reads like a whole. */
final class ArchiveEnd extends FilterInputStream {
    private static final int END = 0x504B0506;

    private int last;
    private boolean reached;

    ArchiveEnd(InputStream in) {
        super(in);
    }

    boolean reached() {
        return reached;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            see(next);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int n = super.read(bytes, from, most);
        for (int i = 0; i < n; i++) {
            see(Byte.toUnsignedInt(bytes[from + i]));
        }
        return n;
    }

    private void see(int next) {
        last = last << 8 | next;
        reached |= last == END;
    }

    /** Does not close what it reads from. */
    @Override
    public void close() {
        // that is the business of who opened it
    }
}
