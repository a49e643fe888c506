package dev.partnerattribution.weave.program;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a {@link StampedConnection} was told, and follows redirects as the JDK would, which would carry the tracking ID on to
 * other hosts, and none to Azure Resource Manager.
 */
final class Exchange {
    private static final int LEAST = 300;
    private static final int NOT_MODIFIED = 304;
    private static final int USE_PROXY = 305;
    private static final int UNUSED = 306;
    private static final int TEMPORARY = 307;
    private static final int USUAL_LIMIT = 20;

    /** What shows who the program is stays with the place that it was meant for, as newer JDKs have it. */
    private static final List<String> OF_ONE_PLACE =
            Collections.unmodifiableList(Arrays.asList("Authorization", "Cookie", "Cookie2"));

    private final StampedConnection told;
    private final @Nullable Proxy proxy;
    private final HeaderLines headers = new HeaderLines();

    private HttpURLConnection current;
    private StampedRequest request;
    private @Nullable ByteArrayOutputStream body;
    private @Nullable OutputStream output;
    private boolean isPrepared;
    private boolean isAnswered;
    private @Nullable IOException failure;

    /** Why the body of the answer can't be had, where its header can. */
    private @Nullable IOException withheld;

    Exchange(StampedConnection told, HttpURLConnection opened, @Nullable Proxy proxy) {
        this.told = told;
        this.current = opened;
        this.proxy = proxy;
        this.request = new StampedRequest(opened);
    }

    HttpURLConnection current() {
        return current;
    }

    boolean isAnswered() {
        return isAnswered;
    }

    void set(String name, @Nullable String value) {
        current.setRequestProperty(name, value);
        headers.set(name, value);
    }

    void add(String name, @Nullable String value) {
        current.addRequestProperty(name, value);
        headers.add(name, value);
    }

    void connect() throws IOException {
        prepare();
        current.connect();
    }

    /** Nothing can be set once it is connected. */
    private void prepare() throws ProtocolException {
        if (!isPrepared) {
            told.applyTo(current);
            request.stamp(headers);
            isPrepared = true;
        }
    }

    OutputStream output() throws IOException {
        OutputStream known = output;
        if (known != null) {
            return known;
        }
        prepare();
        OutputStream out = current.getOutputStream();
        OutputStream made = told.isStreaming() ? out : kept(out);
        output = made;
        return made;
    }

    /** Another request may have to have the same body. */
    private OutputStream kept(OutputStream out) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        body = copy;
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                copy.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                copy.write(bytes, offset, length);
            }
        };
    }

    /** The connection by which the last request was answered. */
    HttpURLConnection answered() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!isAnswered) {
            try {
                send();
                isAnswered = true;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
        return current;
    }

    InputStream input() throws IOException {
        HttpURLConnection answered = answered();
        if (withheld != null) {
            throw withheld;
        }
        return answered.getInputStream();
    }

    private void send() throws IOException {
        prepare();
        int limit = Math.max(1, Integer.getInteger("http.maxRedirects", USUAL_LIMIT));
        for (int sent = 1; ; sent++) {
            int status = request.send();
            URL next = told.getInstanceFollowRedirects() ? target(status) : null;
            if (next == null) {
                return;
            }
            if (told.isStreaming()) {
                withheld = new HttpRetryException(
                        "cannot retry due to redirection, in streaming mode",
                        status,
                        current.getHeaderField("Location"));
                return;
            }
            if (sent >= limit) {
                throw new ProtocolException("Server redirected too many times (" + sent + ")");
            }
            redirect(next, status);
        }
    }

    /** Where an answer leads; null where the JDK would not go. */
    private @Nullable URL target(int status) throws IOException {
        if (status < LEAST || status > TEMPORARY || status == UNUSED || status == NOT_MODIFIED || status == USE_PROXY) {
            return null;
        }
        String location = current.getHeaderField("Location");
        if (location == null) {
            return null;
        }
        URL from = current.getURL();
        try {
            URL to = new URL(location);
            return from.getProtocol().equalsIgnoreCase(to.getProtocol()) ? to : null;
        } catch (MalformedURLException e) {
            return new URL(from, location);
        }
    }

    private void redirect(URL to, int status) throws IOException {
        String method = current.getRequestMethod();
        boolean becomesGet =
                method.equals("POST") && status != TEMPORARY && !Boolean.getBoolean("http.strictPostRedirect");
        if (becomesGet) {
            headers.clear();
        } else if (!isSamePlace(current.getURL(), to)) {
            OF_ONE_PLACE.forEach(headers::remove);
        }
        current.disconnect();
        HttpURLConnection next = (HttpURLConnection) (proxy == null ? to.openConnection() : to.openConnection(proxy));
        told.applyTo(next);
        RequestMethod.set(next, becomesGet ? "GET" : method);
        next.setDoOutput(body != null && !becomesGet);
        headers.applyTo(next);
        current = next;
        request = new StampedRequest(next);
        request.stamp(headers);
        if (body != null && !becomesGet) {
            try (OutputStream out = next.getOutputStream()) {
                body.writeTo(out);
            }
        }
    }

    private static boolean isSamePlace(URL from, URL to) {
        return from.getHost().equalsIgnoreCase(to.getHost()) && port(from) == port(to);
    }

    private static int port(URL url) {
        return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    }
}
