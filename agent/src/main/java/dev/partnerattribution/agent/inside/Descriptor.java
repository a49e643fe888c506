package dev.partnerattribution.agent.inside;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a method, and what it returns, as a class file describes them. */
final class Descriptor {
    private final List<String> arguments = new ArrayList<>();
    private final String result;

    Descriptor(String descriptor) {
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int end = endOfType(descriptor, at);
            arguments.add(descriptor.substring(at, end));
            at = end;
        }
        result = descriptor.substring(at + 1);
    }

    private static int endOfType(String descriptor, int start) {
        int at = start;
        while (descriptor.charAt(at) == '[') {
            at++;
        }
        return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }

    /** Their types: {@code I}, {@code [J}, {@code Ljava/lang/String;} and so on. */
    List<String> arguments() {
        return arguments;
    }

    /** By how much a call makes the stack higher; the object that the method is called on not counted. */
    int growth() {
        return slots(result) - argumentSlots();
    }

    /** How many places of the stack the arguments take. */
    int argumentSlots() {
        int slots = 0;
        for (int i = 0; i < arguments.size(); i++) {
            slots += slots(arguments.get(i));
        }
        return slots;
    }

    /** How many places of the stack, or of the local variables, a value of this type takes. */
    static int slots(String type) {
        char kind = type.charAt(0);
        return kind == 'V' ? 0 : kind == 'J' || kind == 'D' ? 2 : 1;
    }

    static boolean isObject(String type) {
        char kind = type.charAt(0);
        return kind == 'L' || kind == '[';
    }

    /** What a constant calls the class of an object of this type. */
    static String className(String type) {
        return type.charAt(0) == 'L' ? type.substring(1, type.length() - 1) : type;
    }
}
