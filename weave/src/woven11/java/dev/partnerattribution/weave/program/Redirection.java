package dev.partnerattribution.weave.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which request follows a redirect, as the JDK's client would send it. */
final class Redirection {
    private static final String LOCATION = "Location";

    /** What belongs to the place that a request was meant for, as newer JDKs have it. */
    private static final Set<String> OF_ONE_PLACE = Set.of("authorization", "cookie", "origin", "referer", "host");

    private Redirection() {}

    /** Null where none does. */
    static @Nullable HttpRequest of(HttpClient.Redirect policy, HttpRequest sent, int status, HttpHeaders headers) {
        if (policy == HttpClient.Redirect.NEVER || !isRedirect(status)) {
            return null;
        }
        String location = headers.firstValue(LOCATION).orElse(null);
        if (location == null) {
            return null;
        }
        URI to = sent.uri().resolve(URI.create(location));
        return isAllowed(policy, sent.uri(), to) ? request(sent, to, method(status, sent.method())) : null;
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean isAllowed(HttpClient.Redirect policy, URI from, URI to) {
        String scheme = to.getScheme();
        boolean isHttp = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return isHttp
                && (policy == HttpClient.Redirect.ALWAYS
                        || from.getScheme().equalsIgnoreCase(scheme)
                        || "https".equalsIgnoreCase(scheme));
    }

    private static String method(int status, String method) {
        boolean asPost = (status == 301 || status == 302) && method.equals("POST");
        return status == 303 || asPost ? "GET" : method;
    }

    private static HttpRequest request(HttpRequest sent, URI to, String method) {
        boolean isSamePlace = Objects.equals(sent.uri().getScheme(), to.getScheme())
                && Objects.equals(sent.uri().getRawAuthority(), to.getRawAuthority());
        HttpRequest.Builder builder =
                RequestCopy.of(sent, to, name -> isSamePlace || !OF_ONE_PLACE.contains(name.toLowerCase(Locale.ROOT)));
        return method.equals(sent.method()) ? builder.build() : builder.GET().build();
    }
}
