package dev.partnerattribution.benchmarks.program;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Does one thing that the agent looks at, and never uses Azure. Arguments: HttpURLConnection, java.net.http or
 * ProcessBuilder, and a URL; with a third, it then waits for the end of its standard input.
 */
public final class OrdinaryProgram {
    private OrdinaryProgram() {}

    /** The program. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("HttpURLConnection")) {
            requestByHttpUrlConnection(args[1]);
        } else if (args[0].equals("java.net.http")) {
            requestByJavaNetHttp(args[1]);
        } else {
            new ProcessBuilder("true").start().waitFor();
        }
        System.out.println("ready");
        if (args.length > 2) {
            System.in.read();
        }
    }

    private static void requestByHttpUrlConnection(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.getResponseCode();
        connection.disconnect();
    }

    private static void requestByJavaNetHttp(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
