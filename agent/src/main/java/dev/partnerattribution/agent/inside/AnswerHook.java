package dev.partnerattribution.agent.inside;

import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Route;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a client shows the answer to a request: a method that is called with it. It is only looked at where receipts were asked
 * for when the program loaded the client, and it changes nothing.
 */
abstract class AnswerHook extends Hook {
    private static final String CORRELATION_ID = "x-ms-correlation-request-id";
    private static final String REQUEST_ID = "x-ms-request-id";

    private final String method;
    private final String arguments;

    /**
     * @param method its name
     * @param arguments how its arguments begin, as a class file describes them
     */
    AnswerHook(Route route, String target, String method, String arguments) {
        super(route, target);
        this.method = method;
        this.arguments = arguments;
    }

    /** A recording of JDK Flight Recorder does not count: whether one runs is expensive to ask a program without Azure. */
    @Override
    final boolean isNeeded() {
        return OutsideLoading.ask(ReceiptOptions::areAsked);
    }

    @Override
    final boolean isAt(String name, String descriptor) {
        return name.equals(method) && descriptor.startsWith(arguments);
    }

    @Override
    final String wanted() {
        return method + "(...), so that receipts lack what was answered";
    }

    /** Pushes what the request was known by; unless overridden null, for the thread. */
    void pushKey(Code code) {
        code.pushNull();
    }

    /** Pushes an int. */
    abstract void pushStatus(Code code);

    /** Pushes the value of a header; or something that ends with it after a colon and a space; or a map of all headers. */
    abstract void pushHeader(Code code, String name);

    @Override
    final void pushArguments(Code code, MethodEntry entry) {
        code.array("java/lang/Object", 4).element(0);
        pushKey(code);
        code.set().element(1);
        pushStatus(code);
        code.callStatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;")
                .set()
                .element(2);
        pushHeader(code, CORRELATION_ID);
        code.set().element(3);
        pushHeader(code, REQUEST_ID);
        code.set();
    }

    @Override
    final @Nullable Object answer(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] shown) {
        int status = (Integer) shown[1];
        if (status >= 200) {
            ClientReceipts.answered(
                    route(), shown[0], status, value(shown[2], CORRELATION_ID), value(shown[3], REQUEST_ID));
        }
        return null;
    }

    private static @Nullable String value(@Nullable Object header, String name) {
        if (header instanceof Map) {
            Object values = ((Map<?, ?>) header).get(name);
            return values instanceof List && !((List<?>) values).isEmpty()
                    ? String.valueOf(((List<?>) values).get(0))
                    : null;
        }
        if (header == null) {
            return null;
        }
        String text = header.toString();
        return text.substring(text.indexOf(": ") < 0 ? 0 : text.indexOf(": ") + 2);
    }

    @Override
    final @Nullable Object answerWhenOff(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] shown) {
        return answer(lookup, shown);
    }

    /** There is never anything to take. */
    @Override
    final void take(Code code) {
        code.drop();
    }
}
