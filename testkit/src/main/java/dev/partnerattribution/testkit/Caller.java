package dev.partnerattribution.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thread that waits for an HTTP client, and the line of the program that called it.
 *
 * @param thread the thread's name
 * @param route the client that the line called
 * @param line the innermost line that belongs to no library known here
 */
record Caller(String thread, String route, StackTraceElement line) {

    private record Client(String prefix, String route) {}

    private static final List<Client> CLIENTS = List.of(
            new Client("com.azure.", "azure-core"),
            new Client("com.microsoft.azure.", "the first Azure SDK"),
            new Client("java.net.http.", "java.net.http"),
            new Client("jdk.internal.net.http.", "java.net.http"),
            new Client("java.net.HttpURLConnection", "HttpURLConnection"),
            new Client("sun.net.www.protocol.http", "HttpURLConnection"),
            new Client("okhttp3.", "OkHttp"),
            new Client("org.apache.http.", "Apache HttpClient"),
            new Client("org.apache.hc.", "Apache HttpClient"));

    private static final List<String> OTHER_LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "com.microsoft.rest.",
            "reactor.",
            "io.netty.",
            "okio.",
            "kotlin.",
            "retrofit2.");

    /**
     * The only one in this JVM. Empty when there is none, or several of whom any may have sent the request: then nobody
     * is to be named.
     */
    static Optional<Caller> onlyOne() {
        return onlyOneOf(Thread.getAllStackTraces());
    }

    static Optional<Caller> onlyOneOf(Map<Thread, StackTraceElement[]> threads) {
        List<Caller> callers = threads.entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .toList();
        return callers.size() == 1 ? Optional.of(callers.get(0)) : Optional.empty();
    }

    private static Optional<Caller> of(Thread thread, StackTraceElement[] stack) {
        int line = 0;
        while (line < stack.length && isOfLibrary(stack[line].getClassName())) {
            line++;
        }
        if (line == 0 || line == stack.length) {
            return Optional.empty();
        }
        StackTraceElement place = stack[line];
        return clientOf(stack[line - 1].getClassName())
                .map(client -> new Caller(thread.getName(), client.route, place));
    }

    private static boolean isOfLibrary(String type) {
        return Stream.concat(OTHER_LIBRARIES.stream(), CLIENTS.stream().map(Client::prefix))
                .anyMatch(type::startsWith);
    }

    private static Optional<Client> clientOf(String type) {
        return CLIENTS.stream().filter(client -> type.startsWith(client.prefix)).findFirst();
    }

    /** What is certain: not that it sent a request, but that it waited for a client while one arrived. */
    @Override
    public String toString() {
        return "meanwhile " + thread + " waited for " + route + " at " + place();
    }

    /** As stack traces have it, so that tools find it, but without the class loader. */
    private String place() {
        String whole = line.toString();
        return whole.substring(whole.lastIndexOf('/', whole.indexOf('(')) + 1);
    }
}
