package dev.partnerattribution.wire.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Starts a child process, shows what it prints, and ends as it ends. Arguments: how to start it, and its command. Several ways,
 * with commas between them, are several children, one after another, with {@link #NEXT} between what they print. Knows nothing of
 * Azure, nor of us.
 */
public final class ParentProgram {
    /** Stands between what two children print. */
    public static final String NEXT = "\0---- the next child\0";

    /** How it is started. */
    public enum Start {
        PROCESS_BUILDER,
        /** After a request that nobody answers. */
        AFTER_URL_CONNECTION,
        AFTER_HTTP_CLIENT,
        RUNTIME_EXEC,
        /** The command is the script of a {@code bash}. */
        BASH,
        /** With an environment of its own making, which holds nothing but {@code PATH} and {@code THEIRS}. */
        CLEARED,
        /** The same by {@code Runtime.exec}. */
        RUNTIME_EXEC_CLEARED,
        /** With variables that the program itself sets. */
        SETTING_ITS_OWN
    }

    /** On the port that no server is given. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    private ParentProgram() {}

    private static void sendInVain(Callable<?> request) {
        try {
            request.call();
            throw new IllegalStateException("somebody answers on " + NOBODY);
        } catch (IOException e) {
            // as it should be
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String[] starts = arguments[0].split(",", -1);
        List<String> command = Arrays.asList(arguments).subList(1, arguments.length);
        for (int i = 0; i < starts.length; i++) {
            int exitCode = shown(start(Start.valueOf(starts[i]), command));
            if (exitCode != 0 || i == starts.length - 1) {
                System.exit(exitCode);
            }
            System.out.print(NEXT);
        }
    }

    private static int shown(Process child) throws IOException, InterruptedException {
        child.getOutputStream().close();
        Thread errors = new Thread(() -> copy(child.getErrorStream(), System.err));
        errors.start();
        copy(child.getInputStream(), System.out);
        errors.join();
        return child.waitFor();
    }

    private static Process start(Start start, List<String> command) throws IOException {
        String path = "PATH=" + System.getenv("PATH");
        return switch (start) {
            case PROCESS_BUILDER -> new ProcessBuilder(command).start();
            case AFTER_URL_CONNECTION -> {
                sendInVain(() -> NOBODY.toURL().openStream());
                yield new ProcessBuilder(command).start();
            }
            case AFTER_HTTP_CLIENT -> {
                HttpRequest request = HttpRequest.newBuilder(NOBODY).build();
                sendInVain(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()));
                yield new ProcessBuilder(command).start();
            }
            case RUNTIME_EXEC -> Runtime.getRuntime().exec(command.toArray(new String[0]));
            case BASH -> new ProcessBuilder("bash", "-c", String.join(" ", command)).start();
            case CLEARED -> cleared(command);
            case RUNTIME_EXEC_CLEARED ->
                Runtime.getRuntime().exec(command.toArray(new String[0]), new String[] {path, "THEIRS=kept"});
            case SETTING_ITS_OWN -> settingItsOwn(command);
        };
    }

    private static Process cleared(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("THEIRS", "kept");
        return started(builder);
    }

    private static Process settingItsOwn(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AZURE_HTTP_USER_AGENT", "contoso-tool/2.0");
        builder.environment().put("ARM_PARTNER_ID", "11111111-2222-4333-8444-555555555555");
        return started(builder);
    }

    /** What the program put into the map is what it finds there afterwards. */
    private static Process started(ProcessBuilder builder) throws IOException {
        Map<String, String> before = new TreeMap<>(builder.environment());
        Process child = builder.start();
        if (!before.equals(builder.environment())) {
            throw new IllegalStateException("the environment of the builder has changed");
        }
        return child;
    }

    private static void copy(InputStream from, PrintStream to) {
        try {
            from.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
