package dev.partnerattribution.agent.okhttp2;

/** OkHttp 2 by HTTP/2 and SPDY. */
public final class FramedTransportInstrumentation extends TransportInstrumentation {
    /** Made by the engine, by name. */
    public FramedTransportInstrumentation() {
        super(
                "com/squareup/okhttp/internal/http/Http2xStream", // from 2.6 on
                "com/squareup/okhttp/internal/http/FramedTransport", // 2.5
                "com/squareup/okhttp/internal/http/SpdyTransport");
    }
}
