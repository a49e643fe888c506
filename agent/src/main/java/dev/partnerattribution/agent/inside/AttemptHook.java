package dev.partnerattribution.agent.inside;

import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Where a client begins to send a request once more by itself. Only looked at where receipts were asked for when the program
 * loaded the client, and it changes nothing.
 */
abstract class AttemptHook extends Hook {
    private final String method;

    /** @param method its name; it has no arguments */
    AttemptHook(Route route, String target, String method) {
        super(route, target);
        this.method = method;
    }

    @Override
    final boolean isNeeded() {
        return OutsideLoading.ask(ReceiptOptions::areAsked);
    }

    @Override
    final boolean isAt(String name, String descriptor) {
        return name.equals(method) && descriptor.startsWith("()");
    }

    @Override
    final String wanted() {
        return method + "(), so that receipts may not tell what the client sends once more by itself";
    }

    @Override
    final @Nullable Object answerWhenOff(MethodHandles.@Nullable Lookup none, @Nullable Object[] shown) {
        return answer(none, shown);
    }

    /** There is never anything to take. */
    @Override
    final void take(Code code) {
        code.drop();
    }
}
