package dev.partnerattribution.internal.receipts;

import java.lang.reflect.Field;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads that keep nothing of the thread that happens to make them, which may be a web application's: neither its class
 * loader, nor those of the classes on its stack (they stand in a thread's access control context), nor its thread-local values,
 * nor its thread group.
 */
final class DetachedThread {
    private DetachedThread() {}

    /** A daemon thread that does this, not started. */
    static Thread of(Runnable work, String name) {
        AccessControlContext nobody = new AccessControlContext(new ProtectionDomain[0]);
        Thread thread = AccessController.doPrivileged((PrivilegedAction<Thread>) () -> made(work, name), nobody);
        thread.setDaemon(true);
        try {
            thread.setContextClassLoader(null);
        } catch (SecurityException e) {
            // Then it has the one that a thread without a parent has, or a program's that no policy lets us take from
            // it.
        }
        return thread;
    }

    private static Thread made(Runnable work, String name) {
        ThreadGroup group = topmost();
        try {
            return Thread.class
                    .getConstructor(ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
                    .newInstance(group, work, name, 0L, false); // from Java 9 on
        } catch (ReflectiveOperationException | SecurityException e) {
            return withoutThreadLocals(new Thread(group, work, name));
        }
    }

    /** Null, which is the current thread's, where a security manager does not let us look. */
    private static @Nullable ThreadGroup topmost() {
        try {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group != null && group.getParent() != null) {
                group = group.getParent();
            }
            return group;
        } catch (SecurityException e) {
            return null;
        }
    }

    /** On Java 8, where nothing forbids this. */
    private static Thread withoutThreadLocals(Thread thread) {
        try {
            Field inherited = Thread.class.getDeclaredField("inheritableThreadLocals");
            inherited.setAccessible(true);
            inherited.set(thread, null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // It keeps them, as any other thread does.
        }
        return thread;
    }
}
