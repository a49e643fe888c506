package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The template specs that a file publishes: what customers deploy is the template in each of them, not the file. */
final class TemplateSpecs {
    private static final String SPECS = "microsoft.resources/templatespecs";

    private final List<Node.Fields> mainTemplates = new ArrayList<>();
    private final List<Integer> elsewhere = new ArrayList<>();
    private final List<Integer> specs = new ArrayList<>();
    private boolean other;

    private TemplateSpecs() {}

    static TemplateSpecs inArm(Node.Fields root) {
        TemplateSpecs found = new TemplateSpecs();
        found.readAll(root.get("resources"), "");
        return found;
    }

    /** Of Bicep's resources, whose main templates are mostly loaded from another file. */
    static TemplateSpecs inBicep(List<Resource> resources) {
        TemplateSpecs found = new TemplateSpecs();
        for (Resource resource : resources) {
            found.read(resource.type(), resource.start(), resource.properties());
        }
        // One that is written in Bicep itself can't be stamped as ARM templates are.
        found.mainTemplates.forEach(template -> found.elsewhere.add(template.start()));
        found.mainTemplates.clear();
        return found;
    }

    /** The templates that stand in the file. */
    List<Node.Fields> mainTemplates() {
        return mainTemplates;
    }

    /** Where a template spec stands whose template does not; if nothing is known of any template, where the specs stand. */
    List<Integer> elsewhere() {
        return mainTemplates.isEmpty() && elsewhere.isEmpty() ? specs : elsewhere;
    }

    /** Returns whether nothing else is deployed. */
    boolean nothingElse() {
        return !specs.isEmpty() && !other;
    }

    private void readAll(@Nullable Node section, String parentType) {
        if (section instanceof Node.Items items) {
            items.items().forEach(item -> read(item, parentType));
        } else if (section instanceof Node.Fields symbolic) {
            symbolic.fields().forEach(field -> read(field.value(), parentType));
        }
    }

    private void read(Node node, String parentType) {
        if (!(node instanceof Node.Fields body)) {
            other = true;
            return;
        }
        String type = parentType + body.text("type");
        if (read(type, body.start(), body.object("properties"))) {
            readAll(body.get("resources"), type + "/");
        }
    }

    private boolean read(String type, int start, Node.Fields properties) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (!lower.equals(SPECS) && !lower.startsWith(SPECS + "/")) {
            other = true;
            return false;
        }
        specs.add(start);
        Node.Field template = properties.field("mainTemplate");
        if (template != null && template.value() instanceof Node.Fields object) {
            mainTemplates.add(object);
        } else if (template != null || lower.endsWith("/versions")) {
            elsewhere.add(template == null ? start : template.start());
        }
        return true;
    }
}
