import com.squareup.okhttp.OkHttpClient;
import com.squareup.okhttp.Request;
import com.squareup.okhttp.Response;
import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;

/** OkHttp 2, from 2.2 on. */
public final class OkHttp2Program {
    public static void main(String[] urls) {
        OkHttpClient client = new OkHttpClient();
        client.networkInterceptors()
                .add(chain -> chain.proceed(
                        Sending.isBare()
                                ? chain.request().newBuilder().removeHeader("User-Agent").build()
                                : chain.request()));
        Sending.toAll(urls, (url, userAgent) -> get(client, url, userAgent));
    }

    private static int get(OkHttpClient client, String url, String userAgent) throws IOException {
        Request.Builder request = new Request.Builder().url(url);
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        Sending.addHeaders(request::addHeader);
        Response response = client.newCall(request.build()).execute();
        response.body().close();
        return response.code();
    }
}
