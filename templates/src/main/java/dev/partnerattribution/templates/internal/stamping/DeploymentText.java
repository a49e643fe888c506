package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of the empty deployment that Microsoft describes. */
final class DeploymentText {
    /** As documented, for every scope: it is not what says where the nested template deploys to. */
    private static final String NESTED_SCHEMA =
            "https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#";

    /** Bicep's linter wants it in a parameter's default, which customers would have to be asked for. */
    private static final String LOCATION = "\n  #disable-next-line no-loc-expr-outside-params";

    private DeploymentText() {}

    /** The lines of its fields, two spaces for each level, without the braces around them. */
    static List<String> armFields(NameText name, Scope scope, boolean inSpec, @Nullable String optOut) {
        String open = inSpec ? "[[" : "[";
        String text =
                """
                "type": "Microsoft.Resources/deployments",
                "apiVersion": "2020-06-01",
                "name": %s,%s%s
                "properties": {
                  "mode": "Incremental",
                  "template": {
                    "$schema": "%s",
                    "contentVersion": "1.0.0.0",
                    "resources": []
                  }
                }"""
                        .formatted(
                                name.inArm(inSpec),
                                optOut == null
                                        ? ""
                                        : "\n\"condition\": \"" + open + "not(parameters('" + optOut + "'))]\",",
                                scope.needsLocation() ? "\n\"location\": \"" + open + "deployment().location]\"," : "",
                                NESTED_SCHEMA);
        return List.of(text.split("\n", -1));
    }

    /** The lines of the parameter by which a customer opts out. */
    static List<String> armOptOut() {
        return List.of(
                "\"type\": \"bool\",",
                "\"defaultValue\": false,",
                "\"metadata\": {",
                "  \"description\": \"" + OPT_OUT + "\"",
                "}");
    }

    private static final String OPT_OUT = "Set to true to opt out of the deployment telemetry of the publisher.";

    /** The lines of a whole declaration, two spaces for each level. */
    static List<String> bicep(String symbol, NameText name, Scope scope, @Nullable String optOut, boolean declared) {
        String parameter = "@description('" + OPT_OUT + "')\nparam " + optOut + " bool = false\n\n";
        String text =
                """
                %s#disable-next-line no-deployments-resources
                resource %s 'Microsoft.Resources/deployments@2020-06-01' = %s{%s
                  name: %s%s
                  properties: {
                    mode: 'Incremental'
                    template: {
                      '$schema': '%s'
                      contentVersion: '1.0.0.0'
                      resources: []
                    }
                  }
                }"""
                        .formatted(
                                optOut == null || declared ? "" : parameter,
                                symbol,
                                optOut == null ? "" : "if (!" + optOut + ") ",
                                name.regional() ? LOCATION : "",
                                name.inBicep(),
                                scope.needsLocation() ? LOCATION + "\n  location: deployment().location" : "",
                                NESTED_SCHEMA);
        return List.of(text.split("\n", -1));
    }

    /** Lines in a file's own style, the first of them without indentation. */
    static String lines(List<String> lines, FileStyle style, String indent) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String words = line.stripLeading();
            int level = (line.length() - words.length()) / 2;
            text.append(text.isEmpty() ? "" : style.lineBreak() + (words.isEmpty() ? "" : indent))
                    .append(style.lineBreak().isEmpty() ? "" : style.unit().repeat(level))
                    .append(words.replace("\": ", "\"" + style.colon()));
        }
        return text.toString();
    }

    /** A name that nothing else in the template has. */
    static String symbol(Model model) {
        String wanted = "partnerAttribution";
        String symbol = wanted;
        for (int i = 2; isTaken(model, symbol); i++) {
            symbol = wanted + i;
        }
        return symbol;
    }

    private static boolean isTaken(Model model, String symbol) {
        return model.taken().stream().anyMatch(symbol::equalsIgnoreCase);
    }
}
