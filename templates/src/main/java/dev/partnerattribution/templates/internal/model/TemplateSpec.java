package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A template that publishes another one as a template spec, and deploys nothing itself. */
final class TemplateSpec {
    private static final String SPECS = "microsoft.resources/templatespecs";

    private final List<Node.Fields> mainTemplates = new ArrayList<>();
    private boolean other;

    private TemplateSpec() {}

    /** Returns the template in it; null if this is no such file, or has several of them. */
    static Node.@Nullable Fields mainTemplate(Node.Fields root) {
        TemplateSpec spec = new TemplateSpec();
        spec.readAll(root.get("resources"), "");
        return spec.other || spec.mainTemplates.size() != 1 ? null : spec.mainTemplates.get(0);
    }

    private void readAll(@Nullable Node section, String parentType) {
        if (section instanceof Node.Items items) {
            items.items().forEach(item -> read(item, parentType));
        } else if (section instanceof Node.Fields symbolic) {
            symbolic.fields().forEach(field -> read(field.value(), parentType));
        }
    }

    private void read(Node node, String parentType) {
        String type = parentType + (node instanceof Node.Fields body ? body.text("type") : "");
        if (!(node instanceof Node.Fields body)
                || !type.toLowerCase(Locale.ROOT).startsWith(SPECS)) {
            other = true;
            return;
        }
        if (body.object("properties").get("mainTemplate") instanceof Node.Fields template) {
            mainTemplates.add(template);
        }
        readAll(body.get("resources"), type + "/");
    }
}
