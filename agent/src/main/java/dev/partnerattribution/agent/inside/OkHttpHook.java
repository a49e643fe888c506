package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/**
 * OkHttp by HTTP/1.1: what writes a request to a connection is handed it by this method, after all interceptors, those of the
 * program included. Redirects and retries come again; a proxy's CONNECT is written by another.
 */
public final class OkHttpHook extends RequestHook {
    /** Made by the launcher, by name. */
    public OkHttpHook() {
        super(
                Route.OKHTTP,
                "writeRequestHeaders",
                "(Lokhttp3/Request;)",
                "OkHttpStamper",
                "okhttp3/internal/http1/Http1ExchangeCodec",
                "okhttp3/internal/http1/Http1Codec", // 3.5 to 3.13
                "okhttp3/internal/http/Http1xStream"); // 3.0 to 3.4
    }
}
