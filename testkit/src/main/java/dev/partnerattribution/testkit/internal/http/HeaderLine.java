package dev.partnerattribution.testkit.internal.http;

/** A line of a header: its name in the case that the sender chose, and its value without the white space around it. */
public record HeaderLine(String name, String value) {

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
