package dev.partnerattribution.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file turned out to be. The model is there if it is a template, the fault if it is not readable. */
record Contents(FileKind kind, Source source, @Nullable Model model, @Nullable UnreadableException fault) {
    private static final Source NOTHING = new Source(new byte[0]);

    static Contents notATemplate(FileKind kind) {
        return new Contents(kind, NOTHING, null, null);
    }

    static Contents unreadable(Source source, UnreadableException fault) {
        return new Contents(FileKind.UNREADABLE, source, null, fault);
    }

    static Contents ofBicep(byte[] bytes) {
        Source source = new Source(bytes);
        try {
            check(bytes);
            return new Contents(FileKind.BICEP, source, BicepModel.of(source), null);
        } catch (UnreadableException fault) {
            return unreadable(source, fault);
        }
    }

    static Contents ofJson(byte[] bytes) {
        Source source = new Source(bytes);
        try {
            check(bytes);
            return of(source, JsonReader.read(source));
        } catch (UnreadableException fault) {
            return unreadable(source, fault);
        }
    }

    private static void check(byte[] bytes) throws UnreadableException {
        if (bytes.length > Template.MAX_BYTES) {
            throw new UnreadableException(
                    0, "it is larger than " + (Template.MAX_BYTES >> 20) + " MiB, the most that is read of a template");
        }
        Source.check(bytes);
    }

    private static Contents of(Source source, JsonReader.Json json) {
        if (!(json.root() instanceof Node.Fields root)) {
            return notATemplate(FileKind.OTHER);
        }
        FileKind kind = kind(root);
        return kind == FileKind.ARM_TEMPLATE
                ? new Contents(kind, source, ArmModel.of(source, root, json.comments()), null)
                : notATemplate(kind);
    }

    private static FileKind kind(Node.Fields root) {
        String schema = SchemaName.of(root.text("$schema"));
        if (Scope.ofSchema(root.text("$schema")) != null) {
            return FileKind.ARM_TEMPLATE;
        }
        if (schema.startsWith("createuidefinition") || isCreateUiHandler(root.text("handler"))) {
            return FileKind.CREATE_UI_DEFINITION;
        }
        if (schema.startsWith("viewdefinition")) {
            return FileKind.VIEW_DEFINITION;
        }
        return schema.endsWith("deploymentparameters.json") ? FileKind.PARAMETERS : kindByFields(root);
    }

    private static boolean isCreateUiHandler(String handler) {
        return handler.toLowerCase(Locale.ROOT).startsWith("microsoft.azure.createuidef");
    }

    private static FileKind kindByFields(Node.Fields root) {
        if (root.get("contentVersion") == null) {
            return FileKind.OTHER;
        }
        if (root.get("resources") != null) {
            return FileKind.ARM_TEMPLATE;
        }
        return root.get("parameters") != null ? FileKind.PARAMETERS : FileKind.OTHER;
    }
}
