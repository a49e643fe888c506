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
    private final StampedConnection plain;

    StampedTlsConnection(HttpsURLConnection opened, StampedConnection plain) {
        super(opened.getURL());
        this.plain = plain;
        setHostnameVerifier(opened.getHostnameVerifier());
        plain.andSet(this::applyTo);
    }

    /** Asked for when it is needed: the default one is made then. */
    private void applyTo(HttpURLConnection connection) {
        HttpsURLConnection secure = (HttpsURLConnection) connection;
        secure.setHostnameVerifier(getHostnameVerifier());
        secure.setSSLSocketFactory(getSSLSocketFactory());
    }

    private HttpsURLConnection current() {
        return (HttpsURLConnection) plain.current();
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
        plain.connect();
        connected = true;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return plain.getOutputStream();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return plain.getInputStream();
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return plain.getErrorStream();
    }

    @Override
    public URL getURL() {
        return plain.getURL();
    }

    @Override
    public int getResponseCode() throws IOException {
        return plain.getResponseCode();
    }

    @Override
    public @Nullable String getResponseMessage() throws IOException {
        return plain.getResponseMessage();
    }

    @Override
    public @Nullable String getHeaderField(@Nullable String name) {
        return plain.getHeaderField(name);
    }

    @Override
    public @Nullable String getHeaderField(int n) {
        return plain.getHeaderField(n);
    }

    @Override
    public @Nullable String getHeaderFieldKey(int n) {
        return plain.getHeaderFieldKey(n);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return plain.getHeaderFields();
    }

    @Override
    public void setRequestMethod(String name) throws ProtocolException {
        plain.setRequestMethod(name);
    }

    @Override
    public String getRequestMethod() {
        return plain.getRequestMethod();
    }

    @Override
    public void setRequestProperty(String name, @Nullable String value) {
        plain.setRequestProperty(name, value);
    }

    @Override
    public void addRequestProperty(String name, @Nullable String value) {
        plain.addRequestProperty(name, value);
    }

    @Override
    public @Nullable String getRequestProperty(String name) {
        return plain.getRequestProperty(name);
    }

    @Override
    public Map<String, List<String>> getRequestProperties() {
        return plain.getRequestProperties();
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        plain.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setFixedLengthStreamingMode(long length) {
        plain.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        plain.setChunkedStreamingMode(length);
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        plain.setInstanceFollowRedirects(follow);
    }

    @Override
    public boolean getInstanceFollowRedirects() {
        return plain.getInstanceFollowRedirects();
    }

    @Override
    public void setConnectTimeout(int millis) {
        plain.setConnectTimeout(millis);
    }

    @Override
    public int getConnectTimeout() {
        return plain.getConnectTimeout();
    }

    @Override
    public void setReadTimeout(int millis) {
        plain.setReadTimeout(millis);
    }

    @Override
    public int getReadTimeout() {
        return plain.getReadTimeout();
    }

    @Override
    public void setDoInput(boolean input) {
        plain.setDoInput(input);
    }

    @Override
    public boolean getDoInput() {
        return plain.getDoInput();
    }

    @Override
    public void setDoOutput(boolean output) {
        plain.setDoOutput(output);
    }

    @Override
    public boolean getDoOutput() {
        return plain.getDoOutput();
    }

    @Override
    public void setAllowUserInteraction(boolean allowed) {
        plain.setAllowUserInteraction(allowed);
    }

    @Override
    public boolean getAllowUserInteraction() {
        return plain.getAllowUserInteraction();
    }

    @Override
    public void setUseCaches(boolean caches) {
        plain.setUseCaches(caches);
    }

    @Override
    public boolean getUseCaches() {
        return plain.getUseCaches();
    }

    @Override
    public void setIfModifiedSince(long millis) {
        plain.setIfModifiedSince(millis);
    }

    @Override
    public long getIfModifiedSince() {
        return plain.getIfModifiedSince();
    }

    /** Since Java 9. */
    public void setAuthenticator(Authenticator own) {
        plain.setAuthenticator(own);
    }

    @Override
    public void disconnect() {
        plain.disconnect();
    }

    @Override
    public boolean usingProxy() {
        return plain.usingProxy();
    }

    @Override
    public Permission getPermission() throws IOException {
        return plain.getPermission();
    }

    @Override
    public String toString() {
        return plain.toString();
    }
}
