package dev.partnerattribution.agent.jdk.httpclient;

import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.ByIdentity;
import dev.partnerattribution.internal.options.Route;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * An exchange is made for each request, the first on the thread of the program that sends it, and those that follow, after a
 * redirect say, on threads of the client. All are made for one sending, by which it is known whose they are.
 */
final class SenderEntry extends MethodEntry {
    static final String TYPE = "jdk/internal/net/http/Exchange";
    private static final int REQUEST = 1;
    private static final int SENDING = 2;

    /** By request and by sending. Most programs are all of one class loader, the system's: nothing is remembered of that. */
    private static final ByIdentity<WeakReference<ClassLoader>> SENDERS = new ByIdentity<>();

    SenderEntry() {
        super(Route.JAVA_NET_HTTP);
    }

    /** The class loader of the code that sends this request; null is the system's. */
    static @Nullable ClassLoader of(@Nullable Object request) {
        WeakReference<ClassLoader> sender = request == null ? null : SENDERS.get(request);
        return sender == null ? null : sender.get();
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("<init>")
                && descriptor.startsWith(
                        "(Ljdk/internal/net/http/HttpRequestImpl;Ljdk/internal/net/http/MultiExchange;");
    }

    @Override
    protected String wanted() {
        return "constructor that takes a request and what sends it";
    }

    @Override
    protected void write(AgentCall call) {
        call.at().load(REQUEST).set().at().load(SENDING).set();
        call.callAndDrop();
    }

    @Override
    protected @Nullable Object answer(@Nullable Object[] call) {
        Object request = call[REQUEST];
        Object sending = call[SENDING];
        WeakReference<ClassLoader> sender = sending == null ? null : SENDERS.get(sending);
        if (sender == null) {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            if (context == null || context == ClassLoader.getSystemClassLoader()) {
                return null;
            }
            sender = new WeakReference<>(context);
        }
        if (request != null && sending != null) {
            SENDERS.put(sending, sender);
            SENDERS.put(request, sender);
        }
        return null;
    }
}
