package dev.partnerattribution.agent.okhttp;

/** OkHttp by HTTP/1.1. */
public final class Http1CodecInstrumentation extends CodecInstrumentation {
    /** Made by the engine, by name. */
    public Http1CodecInstrumentation() {
        super(
                "okhttp3/internal/http1/Http1ExchangeCodec",
                "okhttp3/internal/http1/Http1Codec", // 3.5 to 3.13
                "okhttp3/internal/http/Http1xStream"); // 3.0 to 3.4
    }
}
