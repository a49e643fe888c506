package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.evaluation.Value.Text;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.JsonReader;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The functions of templates and Bicep that need no deployment. */
final class Functions {
    private static final Symbols PLAIN = new PlainSymbols();
    private static final int LARGEST_TEXT = 1 << 16;

    private final Evaluator evaluator;
    private final LocalFiles files;

    Functions(Evaluator evaluator, LocalFiles files) {
        this.evaluator = evaluator;
        this.files = files;
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
            case "concat" -> isList(first) ? concatLists(arguments) : Texts.concat(arguments);
            case "format" -> Texts.format(first.asText(), rest);
            case "string" -> first.asText();
            case "tolower" -> Texts.lower(first.asText());
            case "toupper" -> Texts.upper(first.asText());
            case "trim" -> Texts.trim(first.asText());
            case "take" -> isList(first) ? Values.UNKNOWN : Texts.take(first.asText(), second);
            case "skip" -> isList(first) ? Values.UNKNOWN : Texts.skip(first.asText(), second);
            case "substring" -> Texts.substring(first.asText(), rest);
            case "replace" -> Texts.replace(first.asText(), second.asText(), third.asText());
            case "join" -> isList(first) ? Texts.join(evaluator.elements(first), second.asText()) : Values.UNKNOWN;
            case "padleft" -> Texts.padLeft(first.asText(), rest);
            case "if" -> Evaluator.choice(first, second, third);
            case "json" -> json(first.asText());
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
            case "array" -> isList(first) ? first : new Value.Items(List.of(first));
            case "createobject" -> object(arguments);
            case "split" -> split(first.asText(), second.asText());
            case "first" ->
                isList(first)
                        ? evaluator.element(first, new Value.Numeral(0))
                        : Texts.take(first.asText(), new Value.Numeral(1));
            case "last" -> last(first);
            case "tryget" -> evaluator.element(first, second);
            case "loadtextcontent" -> loadText(first.asText());
            case "loadjsoncontent" -> loadJson(first.asText(), second.asText());
            default -> logic(function, arguments);
        };
    }

    private Value logic(String function, List<Value> arguments) {
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
            case "length" -> length(first);
            case "empty" -> Logic.equal(length(first), new Value.Numeral(0));
            case "bool" -> truth(first);
            case "int" -> number(first);
            default -> texts(function, first, second);
        };
    }

    private static Value texts(String function, Value first, Value second) {
        if (!(first instanceof Text text && second instanceof Text part && text.whole() && part.whole())) {
            return Values.UNKNOWN;
        }
        String all = text.known().toLowerCase(Locale.ROOT);
        String searched = part.known().toLowerCase(Locale.ROOT);
        return switch (function) {
            case "startswith" -> new Value.Truth(all.startsWith(searched));
            case "endswith" -> new Value.Truth(all.endsWith(searched));
            case "contains" -> new Value.Truth(text.known().contains(part.known()));
            case "indexof" -> new Value.Numeral(all.indexOf(searched));
            case "lastindexof" -> new Value.Numeral(all.lastIndexOf(searched));
            default -> Values.UNKNOWN;
        };
    }

    private static boolean isList(Value value) {
        return value instanceof Value.Items || (value instanceof Value.Tree tree && tree.node() instanceof Node.Items);
    }

    private Value concatLists(List<Value> lists) {
        List<Value> all = new ArrayList<>();
        for (Value list : lists) {
            if (!isList(list)) {
                return Values.UNKNOWN;
            }
            all.addAll(evaluator.elements(list));
        }
        return new Value.Items(all);
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

    private static Value split(Text text, Text separator) {
        if (!text.whole() || !separator.whole() || separator.known().isEmpty()) {
            return Values.UNKNOWN;
        }
        return new Value.Items(Arrays.stream(text.known().split(Pattern.quote(separator.known()), -1))
                .map(part -> (Value) Value.text(part))
                .toList());
    }

    private Value last(Value value) {
        if (isList(value)) {
            List<Value> all = evaluator.elements(value);
            return all.isEmpty() ? Values.UNKNOWN : all.get(all.size() - 1);
        }
        Text text = value.asText();
        return text.whole() && !text.known().isEmpty()
                ? Value.text(text.known().substring(text.known().length() - 1))
                : Values.UNKNOWN;
    }

    private Value length(Value value) {
        if (isList(value)) {
            return new Value.Numeral(evaluator.elements(value).size());
        }
        if (value instanceof Value.Null) {
            return new Value.Numeral(0);
        }
        if (value instanceof Text text) {
            // One that has a beginning is not empty, however it goes on.
            return text.whole() ? new Value.Numeral(text.known().length()) : Values.UNKNOWN;
        }
        return Values.UNKNOWN;
    }

    private static Value truth(Value value) {
        return value instanceof Text text && text.whole()
                ? new Value.Truth(
                        text.known().equalsIgnoreCase("true") || text.known().equals("1"))
                : value instanceof Value.Truth ? value : Values.UNKNOWN;
    }

    private static Value number(Value value) {
        boolean digits =
                value instanceof Text text && text.whole() && text.known().matches("-?\\d{1,15}");
        return digits
                ? new Value.Numeral(Long.parseLong(value.asText().known()))
                : value instanceof Value.Numeral ? value : Values.UNKNOWN;
    }

    private static Value json(Text text) {
        if (!text.whole() || text.known().length() > LARGEST_TEXT) {
            return Values.UNKNOWN;
        }
        try {
            Node root = JsonReader.read(new Source(text.known().getBytes(StandardCharsets.UTF_8)))
                    .root();
            return plain(root);
        } catch (UnreadableException noJson) {
            return Values.UNKNOWN;
        }
    }

    /** JSON that is no template: nothing in it is an expression. */
    private static Value plain(Node node) {
        return node instanceof Node.Text text ? Value.text(text.value()) : new Value.Tree(node, PLAIN);
    }

    private Value loadText(Text path) {
        Document file = path.whole() ? files.open(path.known()) : null;
        return file == null || file.source().length() > LARGEST_TEXT
                ? Values.UNKNOWN
                : Value.text(
                        file.source().text(file.source().start(), file.source().length()));
    }

    /** The whole file, or what a path such as {@code $.ids.partner} or {@code ids.partner} names in it. */
    private Value loadJson(Text path, Text within) {
        Document file = path.whole() ? files.open(path.known()) : null;
        if (file == null || file.json() == null) {
            return Values.UNKNOWN;
        }
        Value value = plain(file.json());
        if (within.whole()) {
            for (String name : within.known().replaceFirst("^\\$\\.?", "").split("\\.", -1)) {
                value = name.isEmpty() ? value : evaluator.element(value, Value.text(name));
            }
        }
        return value;
    }
}
