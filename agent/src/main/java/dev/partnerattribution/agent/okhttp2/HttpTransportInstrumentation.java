package dev.partnerattribution.agent.okhttp2;

/** OkHttp 2 by HTTP/1.1. */
public final class HttpTransportInstrumentation extends TransportInstrumentation {
    /** Made by the engine, by name. */
    public HttpTransportInstrumentation() {
        super(
                "com/squareup/okhttp/internal/http/Http1xStream", // from 2.6 on
                "com/squareup/okhttp/internal/http/HttpTransport");
    }
}
