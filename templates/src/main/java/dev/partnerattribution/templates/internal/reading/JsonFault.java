package dev.partnerattribution.templates.internal.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with JSON, without the words of the library that found it. */
final class JsonFault {
    private static final Pattern CHARACTER =
            Pattern.compile("(?:Unexpected|Unrecognized|Illegal)[^(']*character \\((.{1,12}?) ?\\(code (\\d+)");

    private static final Pattern WORD = Pattern.compile("Unrecognized token '(\\p{Graph}{1,40})");

    private JsonFault() {}

    static String of(String message) {
        Matcher character = CHARACTER.matcher(message);
        Matcher word = WORD.matcher(message);
        if (message.contains("nesting depth")) {
            return "it is nested deeper than " + JsonReader.MAX_DEPTH + " levels";
        }
        if (message.startsWith("Unexpected end-of-input") || message.startsWith("Unexpected close marker")) {
            return message.contains("close marker")
                    ? "a bracket is closed that is not open"
                    : "it ends before everything that is open is closed";
        }
        if (character.find() && Integer.parseInt(character.group(2)) >= ' ') {
            return "this " + character.group(1).strip() + " does not belong here";
        }
        if (word.find()) {
            return "\"" + word.group(1) + "\" is no value: put text into double quotes";
        }
        return message.contains("escape")
                ? "this escape does not exist in JSON"
                : "what stands here does not belong here";
    }
}
