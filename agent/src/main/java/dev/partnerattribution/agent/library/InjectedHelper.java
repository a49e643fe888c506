package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.requests.ClientReceipts;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How an instrumented library asks the agent. This class is injected, under another name, into the package and the class loader
 * of each class that advice is put into, and the helper of that library extends it, which is compiled against the library. There
 * they see the library whatever the class loaders look like, and of the JDK what it sees; nothing of ours. What advice calls
 * here is found once for each class loader, and held by it alone.
 *
 * <p>A helper is made when the first request is sent. That asks the program's class loader for other classes, which may wait for
 * what another of its threads holds; and that one may wait here. So no thread waits for another: each that comes before the
 * first one is done makes a helper of its own.
 */
public abstract class InjectedHelper {
    /** Headers of an answer that receipts quote. Constants: the compiler puts them here. */
    protected static final String CORRELATION_ID = ClientReceipts.CORRELATION_ID;

    /** See {@link #CORRELATION_ID}. */
    protected static final String REQUEST_ID = ClientReceipts.REQUEST_ID;

    private static volatile @Nullable InjectedHelper helper;

    /** Whether the agent had none for this library, and said why. */
    private static volatile boolean isMissing;

    /** Set where this library was found not to fit. */
    private volatile boolean isUnfit;

    private @Nullable Predicate<Throwable> failed;
    private @Nullable BinaryOperator<@Nullable String> stamper;
    private @Nullable Predicate<@Nullable String> wanted;
    private @Nullable Consumer<@Nullable Object[]> sent;
    private @Nullable BooleanSupplier answersWanted;
    private @Nullable Consumer<@Nullable Object[]> answered;

    protected InjectedHelper() {}

    /** The helper of this library; null where it does not fit. */
    public static @Nullable InjectedHelper get() {
        InjectedHelper known = helper;
        if (known == null) {
            known = isMissing ? null : make();
        }
        return known == null || known.isUnfit ? null : known;
    }

    private static @Nullable InjectedHelper make() {
        try {
            Object[] parts = agent().apply(new Object[] {InjectedHelper.class});
            if (parts != null) {
                return connected(parts);
            }
        } catch (ReflectiveOperationException e) {
            // There is no agent, or another agent hides the class from us.
        }
        isMissing = true;
        return null;
    }

    /** Who gives parts. In a woven program this method has another body. */
    @SuppressWarnings("unchecked") // what the agent is
    private static Function<Object[], Object[]> agent() throws ReflectiveOperationException {
        return (Function<Object[], Object[]>) Class.forName("java.lang.PartnerAttributionAgent")
                .getField("agent")
                .get(null);
    }

    /** A helper that can't even be loaded or initialised says so, once: this library lacks what it needs. */
    @SuppressWarnings("unchecked") // what the agent gives
    private static @Nullable InjectedHelper connected(Object[] parts) throws ReflectiveOperationException {
        try {
            InjectedHelper made = (InjectedHelper)
                    ((Class<?>) parts[0]).getDeclaredConstructor().newInstance();
            made.connect(parts);
            if (helper == null) {
                helper = made;
            }
            return made;
        } catch (LinkageError e) {
            isMissing = true;
            boolean unused =
                    ((Predicate<Throwable>) parts[1]).test(e.getCause() instanceof LinkageError ? e.getCause() : e);
            return null;
        }
    }

    /** Called by advice where something is thrown: the request goes out as without us. Never throws. */
    public static void failed(Throwable thrown) {
        try {
            InjectedHelper known = helper;
            if (known != null && known.failed != null && known.failed.test(thrown)) {
                known.isUnfit = true;
            }
        } catch (Throwable e) {
            // The memory ran out, say.
        }
    }

    /**
     * Takes what the agent gives: the class of the helper; what is told of faults, and answers whether the library does not fit;
     * then, unless overridden, the stamp decision, whether anybody wants to know of requests to a host, who is told of requests,
     * and who is told of answers and says whether anybody wants them.
     */
    @SuppressWarnings("unchecked") // what the agent gives
    protected void connect(Object[] parts) {
        faults(parts[1]);
        stamper = (BinaryOperator<@Nullable String>) parts[2];
        wanted = (Predicate<@Nullable String>) parts[3];
        sent = (Consumer<@Nullable Object[]>) parts[4];
        answersWanted = (BooleanSupplier) parts[5];
        answered = (Consumer<@Nullable Object[]>) parts[5];
    }

    /** Takes what is told of faults. */
    @SuppressWarnings("unchecked") // what the agent gives
    protected final void faults(Object faults) {
        failed = (Predicate<Throwable>) faults;
    }

    /**
     * A request is about to be sent.
     *
     * @param sender what sends it
     * @param connection what it is written to, where the method is handed that
     * @param context what is known of it, where the method is handed that
     * @return the request to go on with, the same where nothing changes or where it is changed in place
     */
    public @Nullable Object onRequest(
            @Nullable Object sender, @Nullable Object request, @Nullable Object connection, @Nullable Object context) {
        return request;
    }

    /**
     * An answer has come.
     *
     * @param request the request, or what its answer is known by; null where that is the thread that sent it
     */
    public void onResponse(@Nullable Object request, @Nullable Object response) {}

    /** Several User-Agents are one; null if there is none. */
    protected static @Nullable String asOne(List<String> values) {
        return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(" ", values);
    }

    /** What the User-Agent should be of a request to this host. */
    protected final @Nullable String stamp(@Nullable String host, @Nullable String userAgent) {
        return stamper == null ? userAgent : stamper.apply(host, userAgent);
    }

    /** Whether anybody wants to know of a request to this host. */
    protected final boolean isWanted(@Nullable String host) {
        return wanted != null && wanted.test(host);
    }

    /**
     * Tells of a request.
     *
     * @param key what its answer will be known by, null for the thread that sends it
     * @param url its URL, or the host and port it goes to
     * @param target in the latter case the target in its first line, otherwise null
     * @param before its User-Agent as it was
     * @param after and as it is sent
     */
    protected final void sent(
            @Nullable Object key,
            @Nullable String method,
            @Nullable String url,
            @Nullable String target,
            @Nullable String before,
            @Nullable String after) {
        tell(key, method, url, target, before, after);
    }

    /** Tells of a request, in a way of the helper's own. */
    protected final void tell(@Nullable Object... request) {
        if (sent != null) {
            sent.accept(request);
        }
    }

    /** Whether anybody wants to know of answers. */
    protected final boolean areAnswersWanted() {
        return answersWanted != null && answersWanted.getAsBoolean();
    }

    /** Tells of an answer. */
    protected final void answered(
            @Nullable Object key, int status, @Nullable String correlationId, @Nullable String requestId) {
        if (answered != null) {
            answered.accept(new Object[] {key, status, correlationId, requestId});
        }
    }
}
