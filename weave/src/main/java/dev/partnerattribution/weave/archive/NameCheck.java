package dev.partnerattribution.weave.archive;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses containers whose entries have names that no build gives them. */
final class NameCheck {
    private static final Pattern OUTSIDE =
            Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*|[A-Za-z]:[/\\\\].*");

    private final String shown;

    NameCheck(String shown) {
        this.shown = shown;
    }

    /** @throws WeaveException if a name climbs out of the container, or two entries are meant by one name where it matters */
    void check(Container container) throws WeaveException {
        Set<String> seen = new HashSet<>();
        for (String name : container.names()) {
            if (OUTSIDE.matcher(name).matches()) {
                throw WeaveException.refused(shown + ": the name of an entry leads out of it: " + name
                        + "; no build makes that: find out where this file comes from");
            }
            boolean matters = name.endsWith(".class") || name.endsWith(".jar") || name.equals(Container.MANIFEST);
            if (!seen.add(name) && matters) {
                throw WeaveException.refused(shown + ": " + name
                        + " is in it twice, and which one counts is not defined: build it with each entry once");
            }
        }
        if (seen.contains("META-INF/application.xml")) {
            throw WeaveException.refused(shown + ": this is an EAR: weave the WARs and jars in it, and pack it anew");
        }
    }
}
