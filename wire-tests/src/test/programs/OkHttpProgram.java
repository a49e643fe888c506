import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public final class OkHttpProgram {
    public static void main(String[] urls) {
        OkHttpClient client = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> chain.proceed(
                        Sending.isBare()
                                ? chain.request().newBuilder().removeHeader("User-Agent").build()
                                : chain.request()))
                .build();
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
