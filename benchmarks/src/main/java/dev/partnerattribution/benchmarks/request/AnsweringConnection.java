package dev.partnerattribution.benchmarks.request;

import org.apache.http.HttpClientConnection;
import org.apache.http.HttpConnectionMetrics;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpResponse;

/** Stands in for the network: answers at once, with nothing. */
final class AnsweringConnection implements HttpClientConnection {
    private static final int NO_CONTENT = 204;

    private String lastUserAgent = "";

    String lastUserAgent() {
        return lastUserAgent;
    }

    @Override
    public void sendRequestHeader(HttpRequest request) {
        lastUserAgent = request.getFirstHeader("User-Agent").getValue();
    }

    @Override
    public HttpResponse receiveResponseHeader() {
        return new BasicHttpResponse(HttpVersion.HTTP_1_1, NO_CONTENT, "No Content");
    }

    @Override
    public boolean isResponseAvailable(int timeout) {
        return true;
    }

    @Override
    public void sendRequestEntity(HttpEntityEnclosingRequest request) {}

    @Override
    public void receiveResponseEntity(HttpResponse response) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public void shutdown() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isStale() {
        return false;
    }

    @Override
    public void setSocketTimeout(int timeout) {}

    @Override
    public int getSocketTimeout() {
        return 0;
    }

    @Override
    @SuppressWarnings("NullAway") // nobody here asks for them
    public HttpConnectionMetrics getMetrics() {
        return null;
    }
}
