package dev.partnerattribution.templates;

import dev.partnerattribution.internal.diagnostics.Sanitizer;

/**
 * A fault in a file.
 *
 * @param file its path or name; for an entry of a package {@code package.zip!/entry}
 * @param detail what is wrong here in particular, such as the name that was found; empty if the rule says it all
 * @param command what mends it on the command line; empty if nothing does
 */
public record Finding(String file, Position position, Rule rule, String detail, String command) {
    /** One that no command mends. */
    public Finding(String file, Position position, Rule rule, String detail) {
        this(file, position, rule, detail, "");
    }

    /** What is wrong, and why it matters. */
    public String why() {
        return detail.isEmpty() ? rule.why() : rule.why() + " " + detail;
    }

    /** What to do, with the command that does it if there is one. */
    public String fix() {
        return command.isEmpty() ? rule.fix() : rule.fix() + " Run: " + command;
    }

    /** One line: {@code file:line:column: level PAT000 name: why Fix: what to do}. Safe to print to a terminal. */
    public String message() {
        return Sanitizer.line("%s:%s: %s %s %s: %s Fix: %s"
                .formatted(file, position, rule.level(), rule.id(), rule.title(), why(), fix()));
    }
}
