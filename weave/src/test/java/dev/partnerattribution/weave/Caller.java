package dev.partnerattribution.weave;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Calls every method of the JDK that sends something, and refers to some. */
final class Caller {
    private Caller() {}

    static Callable<Process> builder(ProcessBuilder builder) throws IOException {
        Process started = builder.start();
        List<Process> all = ProcessBuilder.startPipeline(List.of(builder));
        return all.contains(started) ? null : builder::start;
    }

    @SuppressWarnings("deprecation") // programs call it
    static void runtime(Runtime runtime, String[] words, File directory) throws IOException {
        runtime.exec("a").destroy();
        runtime.exec("a", words).destroy();
        runtime.exec("a", words, directory).destroy();
        runtime.exec(words).destroy();
        runtime.exec(words, words).destroy();
        runtime.exec(words, words, directory).destroy();
    }

    static Callable<InputStream> url(URL url, Class<?>[] types) throws IOException {
        url.openConnection().connect();
        url.openConnection(Proxy.NO_PROXY).connect();
        url.openStream().close();
        return url.getContent().equals(url.getContent(types)) ? null : url::openStream;
    }

    static CompletableFuture<HttpResponse<Void>> client(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding(), null)
                .thenCompose(answer -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
    }
}
