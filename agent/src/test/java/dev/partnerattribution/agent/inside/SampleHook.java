package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A hook of a test's own, in whichever methods it likes. */
final class SampleHook extends Hook {
    private final BiPredicate<String, String> methods;
    private final Consumer<Code> take;
    private final boolean returns;

    private SampleHook(BiPredicate<String, String> methods, Consumer<Code> take, boolean returns) {
        super(Route.OKHTTP, "a/library/Client");
        this.methods = methods;
        this.take = take;
        this.returns = returns;
    }

    /** Forgets the answer. */
    static SampleHook in(BiPredicate<String, String> methods) {
        return new SampleHook(methods, Code::drop, false);
    }

    /** In the methods whose name and descriptor begin so; the answer becomes this local variable, which is of this class. */
    static SampleHook taking(String method, int local, String type) {
        return new SampleHook(
                (name, descriptor) -> (name + descriptor).startsWith(method),
                code -> code.cast(type).store(local),
                false);
    }

    /** In the methods of this name; the answer, which is of this class, is returned. */
    static SampleHook returning(String method, String type) {
        return new SampleHook(
                (name, descriptor) -> name.equals(method),
                code -> code.cast(type).returnIt(),
                true);
    }

    byte[] in(byte[] classFile) {
        return new Instrumented(this, classFile).bytes();
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return methods.test(method, descriptor);
    }

    @Override
    String wanted() {
        return "such method";
    }

    @Override
    void take(Code code) {
        take.accept(code);
    }

    @Override
    boolean returns() {
        return returns;
    }

    @Override
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] arguments) {
        throw new AssertionError("answered by whoever is installed");
    }
}
