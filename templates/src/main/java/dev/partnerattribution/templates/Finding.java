package dev.partnerattribution.templates;

/**
 * A fault in a file.
 *
 * @param file its path or name; for an entry of a package {@code package.zip!/entry}
 * @param detail what is wrong here in particular, such as the name that was found; empty if the rule says it all
 */
public record Finding(String file, Position position, Rule rule, String detail) {
    /** What is wrong, and why it matters. */
    public String why() {
        return detail.isEmpty() ? rule.why() : rule.why() + " " + detail;
    }

    /** What to do. */
    public String fix() {
        return rule.fix();
    }

    /** One line: {@code file:line:column: level PAT000 name: why Fix: what to do}. */
    public String message() {
        return "%s:%s: %s %s %s: %s Fix: %s"
                .formatted(file, position, rule.level(), rule.id(), rule.title(), why(), fix());
    }
}
