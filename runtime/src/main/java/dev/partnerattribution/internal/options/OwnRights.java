package dev.partnerattribution.internal.options;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.function.Supplier;

/**
 * Lets our code do what it may do itself, where a security manager (until JDK 23) would also ask who called it: that is a
 * program, which need not be allowed to read every property, make a class loader or open our receipts. What is done so must
 * not depend on what the program hands over.
 */
public final class OwnRights {
    private OwnRights() {}

    /** Whether there is nobody who asks, so that what would be done by {@link #use} can be done at once. */
    public static boolean areAll() {
        return System.getSecurityManager() == null;
    }

    /**
     * Returns what the action returns. Without a security manager it is simply called; what programs without Azure come by asks
     * {@link #areAll} first, for the first lambda of a JVM takes it longer than all the rest that we do there.
     */
    public static <T> T use(Supplier<T> action) {
        return areAll() ? action.get() : AccessController.doPrivileged((PrivilegedAction<T>) action::get);
    }
}
