package dev.partnerattribution.weave.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URL;
import java.security.Permission;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A {@link StampedConnection} by TLS: programs tell the two apart by this class. What it does not do itself that one does. */
final class StampedTlsConnection extends HttpsURLConnection {
    /** Of this name, as the JDK's has one: by it programs find what to write PATCH into. */
    private final StampedConnection delegate;

    StampedTlsConnection(HttpsURLConnection opened, StampedConnection delegate) {
        super(opened.getURL());
        this.delegate = delegate;
        setHostnameVerifier(opened.getHostnameVerifier());
        delegate.andSet(this::applyTo);
    }

    /** Asked for when it is needed: the default one is made then. */
    private void applyTo(HttpURLConnection connection) {
        HttpsURLConnection secure = (HttpsURLConnection) connection;
        secure.setHostnameVerifier(getHostnameVerifier());
        secure.setSSLSocketFactory(getSSLSocketFactory());
    }

    private HttpsURLConnection current() {
        return (HttpsURLConnection) delegate.current();
    }

    @Override
    public String getCipherSuite() {
        return current().getCipherSuite();
    }

    @Override
    public Certificate @Nullable [] getLocalCertificates() {
        return current().getLocalCertificates();
    }

    @Override
    public Certificate[] getServerCertificates() throws SSLPeerUnverifiedException {
        return current().getServerCertificates();
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        return current().getPeerPrincipal();
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        return current().getLocalPrincipal();
    }

    /** Since Java 12. */
    @SuppressWarnings("unchecked") // what the method declares
    public Optional<SSLSession> getSSLSession() {
        try {
            return (Optional<SSLSession>)
                    HttpsURLConnection.class.getMethod("getSSLSession").invoke(current());
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }

    @Override
    public void connect() throws IOException {
        delegate.connect();
        connected = true;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return delegate.getOutputStream();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return delegate.getInputStream();
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return delegate.getErrorStream();
    }

    @Override
    public URL getURL() {
        return delegate.getURL();
    }

    @Override
    public int getResponseCode() throws IOException {
        return delegate.getResponseCode();
    }

    @Override
    public @Nullable String getResponseMessage() throws IOException {
        return delegate.getResponseMessage();
    }

    @Override
    public @Nullable String getHeaderField(@Nullable String name) {
        return delegate.getHeaderField(name);
    }

    @Override
    public @Nullable String getHeaderField(int n) {
        return delegate.getHeaderField(n);
    }

    @Override
    public @Nullable String getHeaderFieldKey(int n) {
        return delegate.getHeaderFieldKey(n);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return delegate.getHeaderFields();
    }

    @Override
    public void setRequestMethod(String name) throws ProtocolException {
        delegate.setRequestMethod(name);
    }

    @Override
    public String getRequestMethod() {
        return delegate.getRequestMethod();
    }

    @Override
    public void setRequestProperty(String name, @Nullable String value) {
        delegate.setRequestProperty(name, value);
    }

    @Override
    public void addRequestProperty(String name, @Nullable String value) {
        delegate.addRequestProperty(name, value);
    }

    @Override
    public @Nullable String getRequestProperty(String name) {
        return delegate.getRequestProperty(name);
    }

    @Override
    public Map<String, List<String>> getRequestProperties() {
        return delegate.getRequestProperties();
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        delegate.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setFixedLengthStreamingMode(long length) {
        delegate.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        delegate.setChunkedStreamingMode(length);
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        delegate.setInstanceFollowRedirects(follow);
    }

    @Override
    public boolean getInstanceFollowRedirects() {
        return delegate.getInstanceFollowRedirects();
    }

    @Override
    public void setConnectTimeout(int millis) {
        delegate.setConnectTimeout(millis);
    }

    @Override
    public int getConnectTimeout() {
        return delegate.getConnectTimeout();
    }

    @Override
    public void setReadTimeout(int millis) {
        delegate.setReadTimeout(millis);
    }

    @Override
    public int getReadTimeout() {
        return delegate.getReadTimeout();
    }

    @Override
    public void setDoInput(boolean input) {
        delegate.setDoInput(input);
    }

    @Override
    public boolean getDoInput() {
        return delegate.getDoInput();
    }

    @Override
    public void setDoOutput(boolean output) {
        delegate.setDoOutput(output);
    }

    @Override
    public boolean getDoOutput() {
        return delegate.getDoOutput();
    }

    @Override
    public void setAllowUserInteraction(boolean allowed) {
        delegate.setAllowUserInteraction(allowed);
    }

    @Override
    public boolean getAllowUserInteraction() {
        return delegate.getAllowUserInteraction();
    }

    @Override
    public void setUseCaches(boolean caches) {
        delegate.setUseCaches(caches);
    }

    @Override
    public boolean getUseCaches() {
        return delegate.getUseCaches();
    }

    @Override
    public void setIfModifiedSince(long millis) {
        delegate.setIfModifiedSince(millis);
    }

    @Override
    public long getIfModifiedSince() {
        return delegate.getIfModifiedSince();
    }

    /** Since Java 9. */
    public void setAuthenticator(Authenticator own) {
        delegate.setAuthenticator(own);
    }

    @Override
    public void disconnect() {
        delegate.disconnect();
    }

    @Override
    public boolean usingProxy() {
        return delegate.usingProxy();
    }

    @Override
    public Permission getPermission() throws IOException {
        return delegate.getPermission();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
