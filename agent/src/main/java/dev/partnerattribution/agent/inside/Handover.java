package dev.partnerattribution.agent.inside;

/**
 * Writes, to stand before the method of a hook:
 *
 * <pre>{@code
 * try {
 *     Object[] call = {"OkHttpHook", MethodHandles.lookup(), new Object[] {this, ...}};
 *     Object[] answer = new Object[1];
 *     Class.forName("dev.partnerattribution.agent.Launcher", true, ClassLoader.getSystemClassLoader())
 *             .getMethod("hand", Object[].class, Object[].class)
 *             .invoke(null, new Object[] {call, answer});
 *     if (answer[0] != null) {
 *         argument = (...) answer[0];
 *     }
 * } catch (Throwable e) {
 * }
 * }</pre>
 *
 * It names JDK types only: the class loader of the library need not see the agent. The lookup has the rights of the class
 * it is made in. What it calls never throws; the handler is for what the taking of the answer throws, and for a JVM whose
 * system class loader hides the agent.
 */
final class Handover {
    private static final String LAUNCHER = "dev.partnerattribution.agent.Launcher";
    private static final String OBJECT = "java/lang/Object";
    private static final String OBJECTS = "[Ljava/lang/Object;";

    /** As {@code Class.forName} calls it. */
    private static final String OBJECTS_CLASS = "[Ljava.lang.Object;";

    private final Hook hook;
    private final MethodEntry entry;
    private final Code code;

    Handover(Hook hook, MethodEntry entry, Code code) {
        this.hook = hook;
        this.entry = entry;
        this.code = code;
    }

    void write() {
        int start = code.here();
        pushAnswer();
        int none = code.again().jumpIfNull();
        hook.take(code);
        int end = code.here();
        if (hook.returns()) {
            dropAnswer(none, start, end);
        } else {
            int taken = code.jump();
            dropAnswer(none, start, end);
            code.land(taken);
        }
        code.stackIs().end();
    }

    /** Here no answer ends up, and what was thrown. */
    private void dropAnswer(int none, int start, int end) {
        code.land(none);
        code.handle(start, end, "java/lang/Throwable");
        code.stackIs(OBJECT).drop();
    }

    private void pushAnswer() {
        pushMethod();
        code.pushNull() // the method is static
                .array(OBJECT, 2)
                .againBelowTwo()
                .element(0);
        pushCall();
        code.set()
                .element(1)
                .array(OBJECT, 1)
                .set()
                .call("java/lang/reflect/Method", "invoke", "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
                .drop()
                .get(1)
                .cast(OBJECTS)
                .get(0);
    }

    private void pushMethod() {
        code.push(LAUNCHER)
                .pushTrue()
                .callStatic("java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;")
                .callStatic(
                        "java/lang/Class", "forName", "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;")
                .push("hand")
                .array("java/lang/Class", 2)
                .element(0)
                .pushClass(OBJECTS_CLASS)
                .set()
                .element(1)
                .pushClass(OBJECTS_CLASS)
                .set()
                .call(
                        "java/lang/Class",
                        "getMethod",
                        "(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;");
    }

    private void pushCall() {
        code.array(OBJECT, 3)
                .element(0)
                .push(hook.getClass().getSimpleName())
                .set()
                .element(1);
        pushLookup();
        code.set().element(2);
        hook.pushArguments(code, entry);
        code.set();
    }

    private void pushLookup() {
        if (hook.isInJdk()) {
            code.pushNull();
        } else {
            code.callStatic("java/lang/invoke/MethodHandles", "lookup", "()Ljava/lang/invoke/MethodHandles$Lookup;");
        }
    }
}
