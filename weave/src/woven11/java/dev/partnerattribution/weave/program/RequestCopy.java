package dev.partnerattribution.weave.program;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Predicate;

/** A builder of requests like one that is there: before Java 16 the JDK has none. */
final class RequestCopy {
    private RequestCopy() {}

    /** Of requests to this URI, with the header lines whose names are wanted. */
    static HttpRequest.Builder of(HttpRequest request, URI uri, Predicate<String> wanted) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).expectContinue(request.expectContinue());
        request.headers().map().forEach((name, values) -> {
            if (wanted.test(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        request.timeout().ifPresent(builder::timeout);
        request.version().ifPresent(builder::version);
        if (request.bodyPublisher().isPresent()) {
            return builder.method(request.method(), request.bodyPublisher().get());
        }
        switch (request.method()) {
            case "GET":
                return builder.GET();
            case "DELETE":
                return builder.DELETE();
            default:
                return builder.method(request.method(), BodyPublishers.noBody());
        }
    }
}
