package dev.partnerattribution.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A program with a few habits, chosen by its first argument. */
final class Sample {

    private Sample() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "echo" -> echo(args);
            case "exit" -> System.exit(Integer.parseInt(args[1]));
            case "flood" -> flood(Integer.parseInt(args[1]));
            case "sleep" -> Thread.sleep(60_000);
            case "parent" -> parent(true);
            case "orphan" -> parent(false);
            case "get" -> get(args[1]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void echo(String[] args) throws IOException {
        PrintStream out = System.out;
        out.println("arguments " + String.join("|", args));
        out.println("property " + System.getProperty("sample"));
        out.println("set " + System.getenv("SAMPLE_SET"));
        out.println("inherited " + (System.getenv("PATH") != null));
        out.println("version " + Runtime.version().feature());
        out.println("input " + System.in.read());
        System.err.println("to stderr");
    }

    private static void flood(int lines) {
        String line = "x".repeat(1023);
        for (int i = 0; i < lines; i++) {
            System.out.println(line);
            System.err.println(line);
        }
    }

    /** Starts a child that sleeps with this process's output, says its ID, and waits for it or not. */
    private static void parent(boolean wait) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sample.class.getName(),
                        "sleep")
                .inheritIO()
                .start();
        System.out.println(child.pid());
        if (wait) {
            child.waitFor();
        }
    }

    private static void get(String url) throws InterruptedException {
        try {
            System.out.println(HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
