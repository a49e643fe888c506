package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Comment;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Model} out of an ARM template's JSON. */
final class ArmModel {
    private final Source source;
    private final LocalFiles files;
    private final Node.Fields file;
    private final List<Comment> comments;

    private ArmModel(Source source, Node.Fields file, List<Comment> comments, LocalFiles files) {
        this.source = source;
        this.files = files;
        this.file = file;
        this.comments = comments;
    }

    static Model of(Source source, Node.Fields file, List<Comment> comments, LocalFiles files) {
        ArmModel whole = new ArmModel(source, file, comments, files);
        TemplateSpecs specs = TemplateSpecs.inArm(file);
        List<Model> templates =
                specs.mainTemplates().stream().map(whole::inSpec).toList();
        return whole.model(
                file,
                new ArmSymbols(file, false, files),
                false,
                new Published(templates, specs.elsewhere(), specs.nothingElse()));
    }

    private Model inSpec(Node.Fields mainTemplate) {
        return model(mainTemplate, new ArmSymbols(mainTemplate, true, files), true, Published.NOTHING);
    }

    private Model model(Node.Fields root, Symbols symbols, boolean inSpec, Published published) {
        // A template spec's own template mostly lacks it where the outer one has it.
        Node.Field schema = root.field("$schema") == null ? file.field("$schema") : root.field("$schema");
        Node.Field section = root.field("resources");
        Symbols outer = inSpec ? new ArmSymbols(file, false, files) : symbols;
        ArmResources resources = new ArmResources(source, files, outer);
        if (section != null) {
            resources.readAll(section.value(), "", false, symbols);
        }
        return new Model(
                SchemaName.scope(schema != null && schema.value() instanceof Node.Text text ? text.value() : ""),
                schema == null ? root.start() : schema.start(),
                section,
                root,
                inSpec,
                resources.all(),
                comments,
                List.of(),
                taken(root, section),
                symbols,
                published);
    }

    private static Set<String> taken(Node.Fields root, Node.@Nullable Field section) {
        Set<String> names = new HashSet<>();
        root.object("parameters").fields().forEach(field -> names.add(field.name()));
        if (section != null && section.value() instanceof Node.Fields symbolic) {
            symbolic.fields().forEach(field -> names.add(field.name()));
        }
        return names;
    }
}
