import dev.partnerattribution.wire.program.Sending;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.ProxyBuilder;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.URLUtilsKt;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

/** Ktor's client on its own engine, which takes a User-Agent off only to put its own there. */
public final class KtorCioProgram {
    public static void main(String[] urls) {
        String proxy = System.getProperty("https.proxyHost");
        HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> {
            config.engine(engine -> {
                if (proxy != null) {
                    String url = "http://" + proxy + ":" + System.getProperty("https.proxyPort");
                    engine.setProxy(ProxyBuilder.INSTANCE.http(URLUtilsKt.Url(url)));
                }
                return Unit.INSTANCE;
            });
            return Unit.INSTANCE;
        });
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(HttpClient client, String url, String userAgent) throws Exception {
        HttpRequestBuilder request = new HttpRequestBuilder();
        HttpRequestKt.url(request, url);
        if (userAgent != null) {
            request.getHeaders().set("User-Agent", userAgent);
        }
        Sending.addHeaders(request.getHeaders()::append);
        HttpResponse response = BuildersKt.runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, rest) -> new HttpStatement(request, client).execute(rest));
        return response.getStatus().getValue();
    }
}
