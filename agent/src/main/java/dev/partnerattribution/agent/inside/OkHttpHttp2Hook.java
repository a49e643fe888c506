package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** OkHttp by HTTP/2: as {@link OkHttpHook}. */
public final class OkHttpHttp2Hook extends RequestHook {
    /** Made by the launcher, by name. */
    public OkHttpHttp2Hook() {
        super(
                Route.OKHTTP,
                "writeRequestHeaders",
                "(Lokhttp3/Request;)",
                "OkHttpStamper",
                "okhttp3/internal/http2/Http2ExchangeCodec",
                "okhttp3/internal/http2/Http2Codec", // 3.5 to 3.13
                "okhttp3/internal/http/Http2xStream"); // 3.0 to 3.4
    }
}
