package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.options.Route;
import org.jspecify.annotations.Nullable;

/** A TLS connection to Azure Resource Manager. A receipt is written for one on which no route saw a request. */
public final class TlsConnection extends Receipt {
    private final String host;
    private final @Nullable String opener;

    /**
     * @param host the name that the server's certificate is asked to be for
     * @param opener the name of the class that opened it; null where none but the JDK's own are known
     */
    public TlsConnection(String host, @Nullable String opener) {
        this.host = ReceiptSanitizer.host(host);
        this.opener = ReceiptSanitizer.className(opener);
    }

    String host() {
        return host;
    }

    /** Whether a request by this route may have been sent on it. */
    boolean mayBeOf(Route route) {
        return opener != null && route.mayUseConnectionOf(opener);
    }

    @Override
    int bytesOfTexts() {
        return bytesOf(host) + bytesOf(opener);
    }

    @Override
    boolean isComplete() {
        return true;
    }

    @Override
    void describe(JsonLine line, NameHasher names) {
        line.text("kind", "connection")
                .number("n", number())
                .text("route", Route.TLS.label())
                .text("host", host)
                .text("openedBy", opener)
                .text("pid", "none")
                .text("why", "no-route");
    }

    @Override
    void count(Summary summary) {
        summary.connection(host, opener);
    }

    /** An event of JDK Flight Recorder is a request, or a child process. */
    @Override
    void record(Recording recording) {}
}
