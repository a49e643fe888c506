package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.requests.ClientReceipts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** One request by a connection of the JDK's. */
final class StampedRequest {
    private static final String USER_AGENT = "User-Agent";

    private final HttpURLConnection connection;
    private @Nullable String before;
    private @Nullable String after;

    StampedRequest(HttpURLConnection connection) {
        this.connection = connection;
    }

    /** Decides on the User-Agent, before the connection is used. Never throws. */
    void stamp(HeaderLines headers) {
        try {
            before = headers.have(USER_AGENT) ? headers.joined(USER_AGENT) : ofTheJdk();
            after = UrlConnections.ROUTE.stamper().apply(connection.getURL().getHost(), before);
            if (after != null && !after.equals(before)) {
                connection.setRequestProperty(USER_AGENT, after);
            }
        } catch (Throwable e) {
            UrlConnections.ROUTE.failed(e);
        }
    }

    /** What the JDK sends where the program says nothing. */
    private static String ofTheJdk() {
        String java = "Java/" + System.getProperty("java.version");
        String own = System.getProperty("http.agent");
        return own == null ? java : own + " " + java;
    }

    /** Sends the request, and returns the status of the answer. */
    int send() throws IOException {
        tell();
        int status = connection.getResponseCode();
        tellAnswer(status);
        return status;
    }

    private void tell() {
        try {
            URL url = connection.getURL();
            if (UrlConnections.RECEIPTS.test(url.getHost())) {
                UrlConnections.RECEIPTS.accept(
                        new Object[] {connection, connection.getRequestMethod(), url.toString(), null, before, after});
            }
        } catch (Throwable e) {
            UrlConnections.ROUTE.failed(e);
        }
    }

    private void tellAnswer(int status) {
        try {
            if (ClientReceipts.areAnswersWanted()) {
                ClientReceipts.answered(
                        UrlConnections.ROUTE.route(),
                        connection,
                        status,
                        connection.getHeaderField(ClientReceipts.CORRELATION_ID),
                        connection.getHeaderField(ClientReceipts.REQUEST_ID));
            }
        } catch (Throwable e) {
            UrlConnections.ROUTE.failed(e);
        }
    }
}
