package dev.partnerattribution.internal.program;

/** The classes in whose methods the current thread is; a stack trace has their names only. */
final class CallingClasses extends SecurityManager {
    private CallingClasses() {}

    /** The one farthest down is the last. None where a security manager refuses, or a JDK has no such class any more. */
    static Class<?>[] ofThisThread() {
        try {
            return new CallingClasses().getClassContext();
        } catch (RuntimeException | LinkageError e) {
            return new Class<?>[0];
        }
    }
}
