package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.Locale;

/** What a file of JSON is, by its schema and its fields. */
final class JsonKind {
    private JsonKind() {}

    static FileKind of(Node.Fields root) {
        String schema = SchemaName.of(root.text("$schema"));
        if (SchemaName.scope(root.text("$schema")) != null) {
            return FileKind.ARM_TEMPLATE;
        }
        if (schema.startsWith("createuidefinition") || isCreateUiHandler(root.text("handler"))) {
            return FileKind.CREATE_UI_DEFINITION;
        }
        if (schema.startsWith("viewdefinition")) {
            return FileKind.VIEW_DEFINITION;
        }
        return schema.endsWith("deploymentparameters.json") ? FileKind.PARAMETERS : byFields(root);
    }

    private static boolean isCreateUiHandler(String handler) {
        return handler.toLowerCase(Locale.ROOT).startsWith("microsoft.azure.createuidef");
    }

    private static FileKind byFields(Node.Fields root) {
        if (root.get("contentVersion") == null) {
            return FileKind.OTHER;
        }
        if (root.get("resources") != null) {
            return FileKind.ARM_TEMPLATE;
        }
        return root.get("parameters") != null ? FileKind.PARAMETERS : FileKind.OTHER;
    }
}
