package dev.partnerattribution.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.logging.LogManager;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Answers each request in the same way by one server, and sends none. Arguments: the server, the port of loopback to listen at,
 * and seconds to warm up and then to measure, which a {@link Meter} does.
 */
public final class ServingProgram {
    static final String ANSWER = "{}";

    private static final String TYPE = "application/json";
    private static final int LONGEST_BODY = 8192;
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final Meter METER = new Meter();

    private ServingProgram() {}

    /** The program. */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "Netty" -> netty(port);
            case "Jetty" -> jetty(port);
            case "Undertow" -> undertow(port);
            default -> throw new IllegalArgumentException(args[0]);
        }
        METER.measure(Integer.parseInt(args[2]));
        System.exit(0); // servers have threads of their own
    }

    private static void netty(int port) throws InterruptedException {
        new ServerBootstrap()
                .group(new NioEventLoopGroup())
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LONGEST_BODY),
                                        new NettyHandler());
                    }
                })
                .bind(HOST, port)
                .sync();
    }

    private static final class NettyHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            METER.count();
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(ANSWER, US_ASCII));
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, TYPE);
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, ANSWER.length());
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }

    private static void jetty(int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new JettyHandler());
        server.start();
    }

    private static final class JettyHandler extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            METER.count();
            response.getHeaders().put("Content-Type", TYPE);
            Content.Sink.write(response, true, ANSWER, callback);
            return true;
        }
    }

    private static void undertow(int port) {
        LogManager.getLogManager().reset(); // it would say that it starts
        Undertow.builder()
                .addHttpListener(port, HOST)
                .setHandler(exchange -> {
                    METER.count();
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
                    exchange.getResponseSender().send(ANSWER);
                })
                .build()
                .start();
    }
}
