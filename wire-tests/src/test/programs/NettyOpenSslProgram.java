import dev.partnerattribution.wire.program.Sending;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** HTTP by hand, over Netty and OpenSSL. */
public final class NettyOpenSslProgram {
    private static final NioEventLoopGroup GROUP = new NioEventLoopGroup(1);

    public static void main(String[] urls) throws Exception {
        SslContext tls = SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();
        Sending.toAll(urls, (url, userAgent) -> get(tls, URI.create(url)));
    }

    private static int get(SslContext tls, URI url) throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Channel channel = new Bootstrap()
                .group(GROUP)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        tls.newHandler(channel.alloc(), url.getHost(), url.getPort()),
                                        new SimpleChannelInboundHandler<ByteBuf>() {
                                            @Override
                                            protected void channelRead0(ChannelHandlerContext context, ByteBuf answer) {
                                                String head = answer.toString(StandardCharsets.US_ASCII);
                                                status.complete(Integer.valueOf(head.substring(9, 12)));
                                            }

                                            @Override
                                            public void exceptionCaught(ChannelHandlerContext context, Throwable e) {
                                                status.completeExceptionally(e);
                                            }
                                        });
                    }
                })
                .connect(url.getHost(), url.getPort())
                .sync()
                .channel();
        channel.writeAndFlush(Unpooled.copiedBuffer(
                "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nUser-Agent: by-hand\r\n\r\n",
                StandardCharsets.US_ASCII));
        int received = status.get();
        channel.close();
        return received;
    }
}
