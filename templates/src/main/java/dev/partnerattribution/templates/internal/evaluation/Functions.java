package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.LocalFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of templates and Bicep that need no deployment. */
final class Functions {
    private final Elements elements;
    private final LoadedValues loaded;

    Functions(Elements elements, LocalFiles files) {
        this.elements = elements;
        this.loaded = new LoadedValues(elements, files);
    }

    /** Unknown for what is not known, or only when it is deployed. */
    Value call(String function, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return nothing(function);
        }
        Value first = arguments.get(0);
        List<Value> rest = arguments.subList(1, arguments.size());
        Value second = rest.isEmpty() ? Values.UNKNOWN : rest.get(0);
        Value third = rest.size() < 2 ? Values.UNKNOWN : rest.get(1);
        return switch (function) {
            case "concat" -> Elements.isList(first) ? elements.concat(arguments) : Texts.concat(arguments);
            case "format" -> Texts.format(first.asText(), rest);
            case "string" -> first.asText();
            case "tolower" -> Texts.lower(first.asText());
            case "toupper" -> Texts.upper(first.asText());
            case "trim" -> Texts.trim(first.asText());
            case "take" -> Elements.isList(first) ? Values.UNKNOWN : Texts.take(first.asText(), second);
            case "skip" -> Elements.isList(first) ? Values.UNKNOWN : Texts.skip(first.asText(), second);
            case "substring" -> Texts.substring(first.asText(), rest);
            case "replace" -> Texts.replace(first.asText(), second.asText(), third.asText());
            case "join" ->
                Elements.isList(first) ? Texts.join(elements.elements(first), second.asText()) : Values.UNKNOWN;
            case "padleft" -> Texts.padLeft(first.asText(), rest);
            case "if" -> Evaluator.choice(first, second, third);
            case "json" -> LoadedValues.json(first.asText());
            default -> collection(function, arguments);
        };
    }

    private static Value nothing(String function) {
        return switch (function) {
            case "true" -> new Value.Truth(true);
            case "false" -> new Value.Truth(false);
            case "null" -> Values.NULL;
            case "createarray", "createobject" ->
                function.equals("createarray") ? new Value.Items(List.of()) : new Value.Fields(Map.of());
            default -> Values.UNKNOWN;
        };
    }

    private Value collection(String function, List<Value> arguments) {
        Value first = arguments.get(0);
        Value second = arguments.size() < 2 ? Values.UNKNOWN : arguments.get(1);
        return switch (function) {
            case "coalesce" -> coalesce(arguments);
            case "createarray" -> new Value.Items(arguments);
            case "array" -> Elements.isList(first) ? first : new Value.Items(List.of(first));
            case "createobject" -> object(arguments);
            case "split" -> Texts.split(first.asText(), second.asText());
            case "first" -> elements.first(first);
            case "last" -> elements.last(first);
            case "tryget" -> elements.element(first, second);
            case "length" -> elements.length(first);
            case "empty" -> Logic.equal(elements.length(first), new Value.Numeral(0));
            case "loadtextcontent" -> loaded.text(first.asText());
            case "loadjsoncontent" -> loaded.json(first.asText(), second.asText());
            default -> logic(function, arguments);
        };
    }

    private static Value logic(String function, List<Value> arguments) {
        Value first = arguments.get(0);
        Value second = arguments.size() < 2 ? Values.UNKNOWN : arguments.get(1);
        return switch (function) {
            case "equals" -> Logic.equal(first, second);
            case "not" -> Logic.not(first);
            case "and", "or" ->
                arguments.stream()
                        .reduce((one, other) -> Logic.of(function.equals("and") ? "&&" : "||", List.of(one, other)))
                        .orElse(Values.UNKNOWN);
            case "greater" -> Logic.numbers(">", first, second);
            case "greaterorequals" -> Logic.numbers(">=", first, second);
            case "less" -> Logic.numbers("<", first, second);
            case "lessorequals" -> Logic.numbers("<=", first, second);
            case "add" -> Logic.numbers("+", first, second);
            case "sub" -> Logic.numbers("-", first, second);
            case "mul" -> Logic.numbers("*", first, second);
            case "div" -> Logic.numbers("/", first, second);
            case "mod" -> Logic.numbers("%", first, second);
            case "bool" -> Logic.truth(first);
            case "int" -> Logic.number(first);
            default -> Texts.search(function, first, second);
        };
    }

    private static Value coalesce(List<Value> arguments) {
        for (Value argument : arguments) {
            if (!(argument instanceof Value.Null)) {
                // What is not known at all may be null.
                return argument.equals(Values.UNKNOWN) ? Values.UNKNOWN : argument;
            }
        }
        return Values.NULL;
    }

    private static Value object(List<Value> namesAndValues) {
        Map<String, Value> fields = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            fields.put(namesAndValues.get(i).asText().known().toLowerCase(Locale.ROOT), namesAndValues.get(i + 1));
        }
        return new Value.Fields(fields);
    }
}
