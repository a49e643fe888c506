package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.reading.JsonReader;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import dev.partnerattribution.templates.internal.reading.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Rules whose findings somebody has decided to live with, each for a reason, as users write them. */
public final class SkippedRules {
    private SkippedRules() {}

    /**
     * From {@code PAT007=the reason}, once for each rule.
     *
     * @throws IllegalArgumentException if there is no such rule, or no reason
     */
    public static Map<Rule, String> parse(Collection<String> texts) {
        Map<Rule, String> skipped = new EnumMap<>(Rule.class);
        for (String text : texts) {
            int sign = text.indexOf('=');
            add(skipped, sign < 0 ? text : text.substring(0, sign), sign < 0 ? "" : text.substring(sign + 1));
        }
        return skipped;
    }

    /**
     * From a file of JSON, {@code {"skip": {"PAT007": "the reason"}}}.
     *
     * @throws IOException if it can't be read
     * @throws IllegalArgumentException if it is something else, there is no such rule, or no reason
     */
    public static Map<Rule, String> read(Path file) throws IOException {
        Map<Rule, String> skipped = new EnumMap<>(Rule.class);
        byte[] bytes = Files.readAllBytes(file);
        try {
            Source.check(bytes);
            Node root = JsonReader.read(new Source(bytes)).root();
            if (!(root instanceof Node.Fields all) || !(all.get("skip") instanceof Node.Fields skip)) {
                throw new IllegalArgumentException("it has no object \"skip\"");
            }
            skip.fields().forEach(field -> add(skipped, field.name(), skip.text(field.name())));
            return skipped;
        } catch (UnreadableException fault) {
            throw new IllegalArgumentException(fault.why(), fault);
        }
    }

    private static void add(Map<Rule, String> skipped, String id, String reason) {
        for (Rule rule : Rule.values()) {
            if (rule.id().equalsIgnoreCase(id.strip()) || rule.title().equalsIgnoreCase(id.strip())) {
                if (reason.isBlank()) {
                    throw new IllegalArgumentException(
                            rule.id() + " is skipped without a reason: write " + rule.id() + "=<why>");
                }
                skipped.put(rule, reason.strip());
                return;
            }
        }
        throw new IllegalArgumentException("there is no rule " + id);
    }
}
