package dev.partnerattribution.agent.inside;

/**
 * Writes, to stand before the method of a hook:
 *
 * <pre>{@code
 * try {
 *     Object[] call = {"OkHttpHook", MethodHandles.lookup(), new Object[] {this, ...}};
 *     Object answer = ((Function) Class.forName(
 *                     "dev.partnerattribution.agent.Question", true, ClassLoader.getSystemClassLoader())
 *             .newInstance())
 *             .apply(call);
 *     if (answer != null) {
 *         argument = (...) answer;
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
    private static final String QUESTION = "dev.partnerattribution.agent.Question";
    private static final String FUNCTION = "java/util/function/Function";
    private static final String OBJECT = "java/lang/Object";

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
        code.push(QUESTION)
                .pushTrue()
                .callStatic("java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;")
                .callStatic(
                        "java/lang/Class", "forName", "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;")
                .call("java/lang/Class", "newInstance", "()Ljava/lang/Object;")
                .cast(FUNCTION);
        pushCall();
        code.callInterface(FUNCTION, "apply", "(Ljava/lang/Object;)Ljava/lang/Object;");
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
