import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import java.util.Objects;

/** Starts a child in place of a request; its exit code is the answer. */
public final class ChildProcessProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> start(Objects.requireNonNullElse(userAgent, "")));
    }

    private static int start(String userAgent) throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder("true");
        child.environment().put("AZURE_HTTP_USER_AGENT", userAgent);
        return child.start().waitFor();
    }
}
