package dev.partnerattribution.agent.requests;

import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.receipts.Receipts;
import dev.partnerattribution.internal.receipts.TlsConnection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is told of TLS connections that clients open: by their class, those to Azure Resource Manager on which no route sees a
 * request become known.
 */
public final class TlsTraffic implements Consumer<@Nullable String> {
    /** What stands on the stack between the class that opens a connection and this one. */
    private static final String[] BETWEEN = {"java.", "javax.", "sun.security.", "dev.partnerattribution.agent."};

    /** How classes that are injected into libraries begin, after their package. */
    private static final String INJECTED = ".PartnerAttribution";

    /**
     * Called on the thread that opens a connection, before it does.
     *
     * @param serverName what the server's certificate is asked to be for; null where none is
     */
    @Override
    public void accept(@Nullable String serverName) {
        if (!ReceiptOptions.areAsked()) {
            return;
        }
        FromTheStart.countIfAsked();
        if (serverName != null && RouteStamper.isArm(serverName) && RouteStamper.isOn(Route.TLS)) {
            Receipts.here().opened(new TlsConnection(serverName, opener()));
        }
    }

    /** Null where none but the JDK's own classes are on the stack. */
    private static @Nullable String opener() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            String name = frame.getClassName();
            if (!isBetween(name)) {
                return name;
            }
        }
        return null;
    }

    private static boolean isBetween(String className) {
        for (String start : BETWEEN) {
            if (className.startsWith(start)) {
                return true;
            }
        }
        return className.contains(INJECTED);
    }
}
