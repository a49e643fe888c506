package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Expression.Call;
import dev.partnerattribution.templates.internal.model.Symbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls in expressions: of what looks up a variable or parameter, of the user's functions, and of the language's. */
final class Calls {
    private final Evaluator evaluator;

    Calls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value call(Call call, List<Value> arguments, Frame frame) {
        String function = call.function().toLowerCase(Locale.ROOT);
        if (arguments.size() == 1 && !frame.symbols().bicep()) {
            String name = arguments.get(0).asText().whole()
                    ? arguments.get(0).asText().known()
                    : "";
            if (function.equals("variables")) {
                return evaluator.bound(frame.symbols().variable(name));
            }
            if (function.equals("parameters")) {
                Value argument = frame.arguments().get(name.toLowerCase(Locale.ROOT));
                return argument != null
                        ? argument
                        : evaluator.bound(frame.symbols().parameter(name));
            }
        }
        Symbols.UserFunction own = function(call.function(), frame.symbols());
        if (own != null) {
            return evaluator.value(own.value(), new Frame(own.symbols(), named(own, arguments)));
        }
        return new Functions(evaluator.elements(), frame.symbols().files()).call(ofLanguage(function), arguments);
    }

    private static String ofLanguage(String function) {
        return function.startsWith("sys.")
                ? function.substring("sys.".length())
                : function.startsWith("az.") ? function.substring("az.".length()) : function;
    }

    static Symbols.@Nullable UserFunction function(String name, Symbols symbols) {
        int dot = name.indexOf('.');
        Symbols imported = dot < 0 ? null : symbols.imported(name.substring(0, dot));
        return imported == null ? symbols.function(name) : imported.function(name.substring(dot + 1));
    }

    private static Map<String, Value> named(Symbols.UserFunction function, List<Value> arguments) {
        Map<String, Value> named = new HashMap<>();
        for (int i = 0; i < Math.min(arguments.size(), function.parameters().size()); i++) {
            String name = function.parameters().get(i);
            named.put(function.symbols().bicep() ? name : name.toLowerCase(Locale.ROOT), arguments.get(i));
        }
        return named;
    }
}
