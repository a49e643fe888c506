import dev.partnerattribution.wire.program.Sending;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Netty 4 by itself, which follows no redirects: the program does. */
public final class NettyProgram {
    private static final NioEventLoopGroup GROUP = new NioEventLoopGroup(1);

    public static void main(String[] urls) {
        Sending.toAll(urls, (url, userAgent) -> get(URI.create(url), userAgent));
    }

    private static int get(URI url, String userAgent) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Channel channel = new Bootstrap()
                .group(GROUP)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(1 << 20), take(answer));
                    }
                })
                .connect(url.getHost(), url.getPort())
                .sync()
                .channel();
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, url.getRawPath());
        request.headers().set("Host", url.getHost() + ":" + url.getPort());
        if (userAgent != null) {
            request.headers().set("User-Agent", userAgent);
        }
        Sending.addHeaders((name, value) -> {
            if (name.equals("Host")) {
                request.headers().set(name, value);
            } else {
                request.headers().add(name, value);
            }
        });
        if (!Sending.isBare() && !request.headers().contains("User-Agent")) {
            request.headers().set("User-Agent", "netty/4");
        }
        channel.writeAndFlush(request);
        String[] statusAndLocation = answer.get().split(" ", 2);
        channel.close();
        return statusAndLocation.length == 1
                ? Integer.parseInt(statusAndLocation[0])
                : get(URI.create(statusAndLocation[1]), userAgent);
    }

    private static SimpleChannelInboundHandler<FullHttpResponse> take(CompletableFuture<String> answer) {
        return new SimpleChannelInboundHandler<FullHttpResponse>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
                String location = response.headers().get("Location");
                answer.complete(response.getStatus().code() + (location == null ? "" : " " + location));
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable e) {
                answer.completeExceptionally(e);
            }
        };
    }
}
