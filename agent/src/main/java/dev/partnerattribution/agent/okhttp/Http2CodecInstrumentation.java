package dev.partnerattribution.agent.okhttp;

/** OkHttp by HTTP/2. */
public final class Http2CodecInstrumentation extends CodecInstrumentation {
    /** Made by the engine, by name. */
    public Http2CodecInstrumentation() {
        super(
                "okhttp3/internal/http2/Http2ExchangeCodec",
                "okhttp3/internal/http2/Http2Codec", // 3.5 to 3.13
                "okhttp3/internal/http/Http2xStream"); // 3.0 to 3.4
    }
}
