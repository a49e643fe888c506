package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.http.HttpClient}: an exchange is made for each request, the first on the thread of the program that sends
 * it, and those that follow, after a redirect say, on threads of the client. All are made for one sending, by which it is known
 * whose they are.
 */
public final class JavaNetHttpSenderHook extends Hook {
    private static final int REQUEST = 1;
    private static final int SENDING = 2;

    /** By request and by sending. Most programs are all of one class loader, the system's: nothing is remembered of that. */
    private static final ByIdentity<WeakReference<ClassLoader>> SENDERS = new ByIdentity<>();

    /** Made by the launcher, by name. */
    public JavaNetHttpSenderHook() {
        super(Route.JAVA_NET_HTTP, "jdk/internal/net/http/Exchange");
    }

    /** The class loader of the code that sends this request; null is the system's. */
    static @Nullable ClassLoader of(@Nullable Object request) {
        WeakReference<ClassLoader> sender = request == null ? null : SENDERS.get(request);
        return sender == null ? null : sender.get();
    }

    @Override
    boolean isNeeded() {
        return OutsideLoading.ask(() -> !Attribution.isSameForAll());
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("<init>")
                && descriptor.startsWith(
                        "(Ljdk/internal/net/http/HttpRequestImpl;Ljdk/internal/net/http/MultiExchange;");
    }

    @Override
    String wanted() {
        return "constructor that takes a request and what sends it";
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        Object request = arguments[REQUEST];
        Object sending = arguments[SENDING];
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

    /** There is never anything to take. */
    @Override
    void take(Code code) {
        code.drop();
    }
}
