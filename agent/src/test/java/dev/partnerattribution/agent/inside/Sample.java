package dev.partnerattribution.agent.inside;

import java.util.function.UnaryOperator;

/** Methods that begin in ways that matter to who puts code in front of them. It is defined anew, with that code. */
public class Sample implements UnaryOperator<String> {
    private final String name;

    /** The argument is used before there is an object. */
    public Sample(String name) {
        this(name, name.isEmpty() ? new StringBuilder("nobody") : new StringBuilder(name).append('!'));
    }

    private Sample(String name, StringBuilder text) {
        this.name = text.append(name.length()).toString();
    }

    public String name() {
        return name;
    }

    @Override
    public String apply(String argument) {
        return name + " " + argument;
    }

    /** The argument is no local variable of number 1, nor 2. */
    public static String wide(long number, double other, String text) {
        return text + number + other;
    }

    /** Something leads back to the first instruction. */
    public static int loop(Integer left) {
        do {
            left = left - 1;
        } while (left > 0);
        return left;
    }

    /** The instructions are aligned to the start of the method. */
    public static String choice(Integer number) {
        String low =
                switch (number) {
                    case 1 -> "one";
                    case 2 -> "two";
                    case 3 -> "three";
                    default -> "many";
                };
        return switch (number) {
            case 1000 -> "a thousand";
            case -5 -> "minus five";
            default -> low;
        };
    }

    /** What is thrown is caught here. */
    public static String caught(String number) {
        StringBuilder text = new StringBuilder();
        try {
            text.append("number ").append(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            text.setLength(0);
            text.append("no number");
        } finally {
            text.append('.');
        }
        return text.toString();
    }

    public static String thrown(String text) {
        throw new IllegalStateException(text);
    }

    public static int primitive(int number, boolean flag) {
        return flag ? number : -number;
    }
}
