package dev.partnerattribution.benchmarks.request;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One request by Apache HttpCore over a connection that answers at once: what a hook in an HTTP client costs. Run in a JVM
 * without the agent and in one with it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClientBenchmark {
    static final String ARM = "management.azure.com";

    /** Where requests go. */
    @Param({ARM, "account.blob.core.windows.net"})
    String host = ARM;

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final AnsweringConnection connection = new AnsweringConnection();

    /** Proves that the agent does what it is measured for, where there is one. */
    @Setup
    public void look() throws IOException, HttpException {
        send();
        boolean stamped = connection.lastUserAgent().endsWith(RequestBenchmark.ID.token());
        boolean agent = System.getProperty("partner.attribution.agent") != null;
        if (stamped != (agent && host.equals(ARM))) {
            throw new IllegalStateException("sent " + connection.lastUserAgent());
        }
    }

    /** Sends one. */
    @Benchmark
    public HttpResponse send() throws IOException, HttpException {
        BasicHttpRequest request =
                new BasicHttpRequest("GET", "/subscriptions/s/resourcegroups/group?api-version=2021-01-01");
        request.addHeader("Host", host);
        request.addHeader("User-Agent", RequestBenchmark.USER_AGENT);
        return executor.execute(request, connection, new BasicHttpContext());
    }
}
