import dev.partnerattribution.wire.program.Sending;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jboss.netty.bootstrap.ClientBootstrap;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.Channels;
import org.jboss.netty.channel.ExceptionEvent;
import org.jboss.netty.channel.MessageEvent;
import org.jboss.netty.channel.SimpleChannelUpstreamHandler;
import org.jboss.netty.channel.socket.nio.NioClientSocketChannelFactory;
import org.jboss.netty.handler.codec.http.DefaultHttpRequest;
import org.jboss.netty.handler.codec.http.HttpChunkAggregator;
import org.jboss.netty.handler.codec.http.HttpClientCodec;
import org.jboss.netty.handler.codec.http.HttpMethod;
import org.jboss.netty.handler.codec.http.HttpResponse;
import org.jboss.netty.handler.codec.http.HttpVersion;

/** Netty 3 by itself, which follows no redirects: the program does. */
public final class Netty3Program {
    private static final NioClientSocketChannelFactory CHANNELS =
            new NioClientSocketChannelFactory(Executors.newCachedThreadPool(), Executors.newCachedThreadPool());

    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(URI.create(url), userAgent));
    }

    private static int get(URI url, String userAgent) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        ClientBootstrap bootstrap = new ClientBootstrap(CHANNELS);
        bootstrap.setPipelineFactory(() -> Channels.pipeline(
                new HttpClientCodec(), new HttpChunkAggregator(1 << 20), new Taking(answer)));
        Channel channel = bootstrap
                .connect(new InetSocketAddress(url.getHost(), url.getPort()))
                .sync()
                .getChannel();
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, url.getRawPath());
        request.headers().set("Host", url.getHost() + ":" + url.getPort());
        if (!Sending.isBare()) {
            request.headers().set("User-Agent", userAgent == null ? "netty/3" : userAgent);
        }
        channel.write(request);
        String[] statusAndLocation = answer.get().split(" ", 2);
        channel.close();
        return statusAndLocation.length == 1
                ? Integer.parseInt(statusAndLocation[0])
                : get(URI.create(statusAndLocation[1]), userAgent);
    }

    private static final class Taking extends SimpleChannelUpstreamHandler {
        private final CompletableFuture<String> answer;

        Taking(CompletableFuture<String> answer) {
            this.answer = answer;
        }

        @Override
        public void messageReceived(ChannelHandlerContext context, MessageEvent event) {
            HttpResponse response = (HttpResponse) event.getMessage();
            String location = response.headers().get("Location");
            answer.complete(response.getStatus().getCode() + (location == null ? "" : " " + location));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, ExceptionEvent event) {
            answer.completeExceptionally(event.getCause());
        }
    }
}
