import dev.partnerattribution.wire.program.Sending;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Netty 4 by itself, by HTTP/2 over TLS. It follows no redirects: the program does. */
public final class NettyHttp2Program {
    private static final NioEventLoopGroup GROUP = new NioEventLoopGroup(1);

    public static void main(String[] urls) throws Exception {
        SslContext tls = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        "h2"))
                .build();
        Sending.toAll(urls, (url, userAgent) -> get(tls, URI.create(url), userAgent));
    }

    private static int get(SslContext tls, URI url, String userAgent) throws Exception {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Channel connection = new Bootstrap()
                .group(GROUP)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        tls.newHandler(channel.alloc(), url.getHost(), url.getPort()),
                                        Http2FrameCodecBuilder.forClient().build(),
                                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                                        new SimpleChannelInboundHandler<Http2SettingsFrame>() {
                                            @Override
                                            protected void channelRead0(
                                                    ChannelHandlerContext context, Http2SettingsFrame settings) {
                                                ready.complete(null);
                                            }
                                        });
                    }
                })
                .connect(url.getHost(), url.getPort())
                .sync()
                .channel();
        ready.get();
        CompletableFuture<Http2Headers> answer = new CompletableFuture<>();
        Channel stream = new Http2StreamChannelBootstrap(connection)
                .handler(new SimpleChannelInboundHandler<Http2HeadersFrame>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, Http2HeadersFrame frame) {
                        answer.complete(frame.headers());
                    }
                })
                .open()
                .get();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        Http2Headers headers = new DefaultHttp2Headers()
                .method("GET")
                .scheme("https")
                .authority(url.getRawAuthority())
                .path(url.getRawPath() + query)
                .set("user-agent", userAgent == null ? "netty/4" : userAgent);
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true));
        Http2Headers received = answer.get();
        connection.close();
        CharSequence location = received.get("location");
        return location == null
                ? Integer.parseInt(received.status().toString())
                : get(tls, URI.create(location.toString()), userAgent);
    }
}
