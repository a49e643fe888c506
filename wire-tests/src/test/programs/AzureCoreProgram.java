import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import dev.partnerattribution.wire.program.Sending;
import java.io.IOException;

/** A pipeline for each request, to a URL with a handler of the program's own. */
public final class AzureCoreProgram {
    public static void main(String[] urls) {
        Sending.toAll(urls, AzureCoreProgram::get);
    }

    private static int get(String url, String userAgent) throws IOException {
        HttpRequest request = new HttpRequest(HttpMethod.GET, Sending.url(url));
        try (HttpResponse response = new HttpPipelineBuilder()
                .policies(new UserAgentPolicy(userAgent))
                .build()
                .sendSync(request, Context.NONE)) {
            return response.getStatusCode();
        }
    }
}
