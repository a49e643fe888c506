package dev.partnerattribution.weave.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the JDK's, as the program sees it. It keeps what the program sets, and the {@link Exchange} sends that, by a
 * connection of the JDK's for each request that redirects lead to.
 */
final class StampedConnection extends HttpURLConnection {
    private final Exchange exchange;
    private @Nullable Authenticator authenticator;
    private Consumer<HttpURLConnection> further = connection -> {};

    StampedConnection(HttpURLConnection opened, @Nullable Proxy proxy) {
        super(opened.getURL());
        this.exchange = new Exchange(this, opened, proxy);
        setConnectTimeout(opened.getConnectTimeout());
        setReadTimeout(opened.getReadTimeout());
    }

    /** Has more set before a connection of the JDK's is used. */
    void andSet(Consumer<HttpURLConnection> more) {
        further = more;
    }

    /** The connection of the JDK's that the last request went by, or that the first will. */
    HttpURLConnection current() {
        return exchange.current();
    }

    /** Sets what the program has set, but for header lines. */
    void applyTo(HttpURLConnection connection) throws ProtocolException {
        connection.setInstanceFollowRedirects(false);
        RequestMethod.set(connection, getRequestMethod());
        connection.setDoInput(getDoInput());
        connection.setDoOutput(getDoOutput());
        connection.setAllowUserInteraction(getAllowUserInteraction());
        connection.setUseCaches(getUseCaches());
        connection.setIfModifiedSince(getIfModifiedSince());
        connection.setConnectTimeout(getConnectTimeout());
        connection.setReadTimeout(getReadTimeout());
        if (fixedContentLengthLong >= 0) {
            connection.setFixedLengthStreamingMode(fixedContentLengthLong);
        } else if (fixedContentLength >= 0) {
            connection.setFixedLengthStreamingMode(fixedContentLength);
        } else if (chunkLength >= 0) {
            connection.setChunkedStreamingMode(chunkLength);
        }
        if (authenticator != null) {
            FromJava9.setAuthenticator(connection, authenticator);
        }
        further.accept(connection);
    }

    /** Whether the program writes the body straight to the server: then no other request can have it. */
    boolean isStreaming() {
        return fixedContentLength >= 0 || fixedContentLengthLong >= 0 || chunkLength >= 0;
    }

    @Override
    public void connect() throws IOException {
        exchange.connect();
        connected = true;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream out = exchange.output();
        connected = true;
        return out;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return exchange.input();
        } finally {
            connected = true;
            url = exchange.current().getURL();
        }
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return exchange.isAnswered() ? exchange.current().getErrorStream() : null;
    }

    private HttpURLConnection answered() throws IOException {
        HttpURLConnection answered = exchange.answered();
        connected = true;
        url = answered.getURL();
        return answered;
    }

    /** As the JDK does where only a header is asked for: that nothing came back is said by other methods. */
    private HttpURLConnection answeredOrNot() {
        try {
            return answered();
        } catch (IOException e) {
            return exchange.current();
        }
    }

    /** One with a body is none that gets. */
    @Override
    public String getRequestMethod() {
        return connected ? exchange.current().getRequestMethod() : super.getRequestMethod();
    }

    @Override
    public int getResponseCode() throws IOException {
        responseCode = answered().getResponseCode();
        return responseCode;
    }

    @Override
    public @Nullable String getResponseMessage() throws IOException {
        responseMessage = answered().getResponseMessage();
        return responseMessage;
    }

    @Override
    public @Nullable String getHeaderField(@Nullable String name) {
        return answeredOrNot().getHeaderField(name);
    }

    @Override
    public @Nullable String getHeaderField(int n) {
        return answeredOrNot().getHeaderField(n);
    }

    @Override
    public @Nullable String getHeaderFieldKey(int n) {
        return answeredOrNot().getHeaderFieldKey(n);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return answeredOrNot().getHeaderFields();
    }

    @Override
    public void setRequestProperty(String name, @Nullable String value) {
        super.setRequestProperty(name, value);
        exchange.set(name, value);
    }

    @Override
    public void addRequestProperty(String name, @Nullable String value) {
        super.addRequestProperty(name, value);
        exchange.add(name, value);
    }

    /** What the JDK refuses is not there. */
    @Override
    public @Nullable String getRequestProperty(String name) {
        return exchange.current().getRequestProperty(name);
    }

    @Override
    public Map<String, List<String>> getRequestProperties() {
        return exchange.current().getRequestProperties();
    }

    @Override
    public void setReadTimeout(int millis) {
        super.setReadTimeout(millis);
        exchange.current().setReadTimeout(millis);
    }

    /** Since Java 9. */
    public void setAuthenticator(Authenticator own) {
        FromJava9.setAuthenticator(exchange.current(), own);
        authenticator = own;
    }

    @Override
    public void disconnect() {
        exchange.current().disconnect();
    }

    @Override
    public boolean usingProxy() {
        return exchange.current().usingProxy();
    }

    @Override
    public Permission getPermission() throws IOException {
        return exchange.current().getPermission();
    }

    @Override
    public String toString() {
        return exchange.current().toString();
    }
}
