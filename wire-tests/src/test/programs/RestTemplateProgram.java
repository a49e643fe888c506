import dev.partnerattribution.wire.program.Sending;
import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Over the request factory that it has unless told otherwise, or that of the client that is there. Redirects that the client does
 * not follow the program does.
 */
public final class RestTemplateProgram {
    private static final Map<String, String> FACTORIES = Map.of(
            "org.apache.commons.httpclient.HttpClient", "CommonsClientHttpRequestFactory",
            "com.squareup.okhttp.OkHttpClient", "OkHttpClientHttpRequestFactory",
            "io.netty.handler.codec.http.HttpClientCodec", "Netty4ClientHttpRequestFactory");

    public static void main(String[] urls) throws Exception {
        RestTemplate template = new RestTemplate();
        for (Map.Entry<String, String> factory : FACTORIES.entrySet()) {
            if (isThere(factory.getKey())) {
                template.setRequestFactory(factory("org.springframework.http.client." + factory.getValue()));
            }
        }
        Sending.toAll(urls, (url, userAgent) -> get(template, URI.create(url), userAgent));
    }

    private static ClientHttpRequestFactory factory(String name) throws Exception {
        Object factory = Class.forName(name).getConstructor().newInstance();
        if (factory instanceof InitializingBean) {
            ((InitializingBean) factory).afterPropertiesSet();
        }
        return (ClientHttpRequestFactory) factory;
    }

    private static boolean isThere(String client) {
        try {
            Class.forName(client);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static int get(RestTemplate template, URI url, String userAgent) {
        URI location = template.execute(
                url,
                HttpMethod.GET,
                request -> {
                    if (userAgent != null) {
                        request.getHeaders().set("User-Agent", userAgent);
                    }
                },
                response -> response.getHeaders().getLocation());
        return location == null
                ? 200 // it throws for those that say something is wrong
                : get(template, withPort(url.getPort(), location), userAgent);
    }

    /** Netty's factory does not say the port to the server, which then can't say it either. */
    private static URI withPort(int port, URI location) {
        return UriComponentsBuilder.fromUri(location).port(port).build().toUri();
    }
}
