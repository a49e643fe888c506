package dev.partnerattribution.weave.program;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a client and, if it has one, of the twin that sends for it: by methods that came with Java 21. */
final class EndOfClient {
    private final List<HttpClient> clients = new ArrayList<>();

    private EndOfClient() {}

    /** The twin first, since what is under way is there. */
    static EndOfClient of(HttpClient client) {
        EndOfClient end = new EndOfClient();
        HttpClient twin = client == null ? null : ClientTwins.known(client);
        if (twin != null) {
            end.clients.add(twin);
        }
        end.clients.add(client);
        return end;
    }

    void call(String method) throws InterruptedException {
        for (HttpClient client : clients) {
            invoke(client, method);
        }
    }

    boolean isTerminated() throws InterruptedException {
        boolean all = true;
        for (HttpClient client : clients) {
            all &= Boolean.TRUE.equals(invoke(client, "isTerminated"));
        }
        return all;
    }

    boolean await(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        boolean all = true;
        for (HttpClient client : clients) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            all &= Boolean.TRUE.equals(invoke(client, "awaitTermination", left));
        }
        return all;
    }

    private static @Nullable Object invoke(HttpClient client, String method, Object... arguments)
            throws InterruptedException {
        Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Duration.class};
        try {
            return HttpClient.class.getMethod(method, types).invoke(client, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof RuntimeException) {
                throw (RuntimeException) thrown;
            }
            if (thrown instanceof InterruptedException) {
                throw (InterruptedException) thrown;
            }
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}
