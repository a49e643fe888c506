package dev.partnerattribution.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The standard output, which remembers whether all of it arrived. {@code System.out} would swallow why it did not. */
public final class StandardOutput extends OutputStream {
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1");

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException fault;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Why something did not arrive, or null if all did or the reader, such as {@code head}, had seen enough. */
    public synchronized @Nullable String fault() {
        return fault == null || isPipe(fault) ? null : String.valueOf(fault.getMessage());
    }

    /** A pipe has one way to fail: its reader left. Where the system can't be asked, the message, in any language, can. */
    private static boolean isPipe(IOException fault) {
        try {
            String target = Files.readSymbolicLink(DESCRIPTOR).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException noLinux) {
            return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }
}
