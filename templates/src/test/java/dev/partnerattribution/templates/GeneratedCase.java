package dev.partnerattribution.templates;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A template whose pid deployment is written in one of the ways that partners write it, and whose truth is known.
 *
 * @param whose what its pid deployment is named by
 * @param place where that stands
 * @param form how its name is written
 * @param parts the other files, by their names
 */
record GeneratedCase(
        String name, String text, Whose whose, Place place, Form form, boolean aboveGroups, List<Part> parts) {
    enum Whose {
        OURS,
        THEIRS,
        NONE
    }

    enum Place {
        MAIN,
        /** In Bicep a module of a file that deploys nothing. */
        EMPTY_MODULE,
        NESTED,
        /** In a file that the main one deploys. */
        LINKED,
        /** The same, and the ID comes by a parameter. */
        PASSED
    }

    /** How a name is written; whether it is the ID itself, or goes on behind it. */
    enum Kind {
        LITERAL,
        SUFFIXED,
        EXPRESSION,
        /** Only the deployment knows what it becomes. */
        OPEN
    }

    record Form(Kind kind, String arm, String bicep) {}

    record Part(String name, String text) {}

    private static final List<Form> FORMS = List.of(
            new Form(Kind.LITERAL, "pid-X", "'pid-X'"),
            new Form(Kind.LITERAL, "pid-X", "'''pid-X'''"),
            new Form(Kind.SUFFIXED, "pid-X-eus", "'pid-X-eus'"),
            new Form(
                    Kind.SUFFIXED,
                    "[concat('pid-X-', uniqueString(deployment().name))]",
                    "'pid-X-${uniqueString(deployment().name)}'"),
            new Form(
                    Kind.SUFFIXED,
                    "[take(concat('pid-', variables('id'), '-', uniqueString(deployment().name)), 64)]",
                    "take('pid-${id}-${uniqueString(deployment().name)}', 64)"),
            new Form(
                    Kind.SUFFIXED,
                    "[format('pid-{0}-{1}', variables('ids').track, deployment().name)]",
                    "'pid-${ids.track}-${deployment().name}'"),
            new Form(Kind.EXPRESSION, "[concat('pid-', variables('id'))]", "'pid-${id}'"),
            new Form(Kind.EXPRESSION, "[variables('whole')]", "whole"),
            new Form(Kind.EXPRESSION, "[variables('ids').whole]", "ids.whole"),
            new Form(Kind.EXPRESSION, "[variables('ids')['whole']]", "ids['whole']"),
            new Form(Kind.EXPRESSION, "[concat('pid-', variables('list')[1])]", "'pid-${list[1]}'"),
            new Form(Kind.EXPRESSION, "[if(equals(1, 1), variables('whole'), 'x')]", "true ? whole : 'x'"),
            new Form(Kind.EXPRESSION, "[substring('pid-X-xyz', 0, 40)]", "substring('pid-X-xyz', 0, 40)"),
            new Form(Kind.EXPRESSION, "[take('pid-Xabc', 40)]", "take('pid-Xabc', 40)"),
            new Form(Kind.EXPRESSION, "[join(createArray('pid', variables('id')), '-')]", "join(['pid', id], '-')"),
            new Form(Kind.EXPRESSION, "[replace('pid+X', '+', '-')]", "replace('pid+X', '+', '-')"),
            new Form(Kind.EXPRESSION, "[toUpper(variables('whole'))]", "toUpper(whole)"),
            new Form(Kind.EXPRESSION, "[coalesce(null(), variables('whole'))]", "null ?? whole"),
            new Form(Kind.EXPRESSION, "[createObject('a', variables('whole')).a]", "{ a: whole }.a"),
            new Form(Kind.EXPRESSION, "[json('{\\\"a\\\": \\\"pid-X\\\"}').a]", "json('{\"a\": \"pid-X\"}').a"),
            new Form(Kind.EXPRESSION, "[own.pid(variables('id'))]", "pidOf(id)"),
            new Form(Kind.EXPRESSION, "[parameters('given')]", "given"),
            new Form(Kind.EXPRESSION, "[first(createArray(variables('whole')))]", "first([whole])"),
            new Form(
                    Kind.EXPRESSION,
                    "[last(split(concat('a,', variables('whole')), ','))]",
                    "last(split('a,${whole}', ','))"),
            new Form(
                    Kind.OPEN,
                    "[if(equals(deployment().name, 'x'), variables('whole'), 'pid-x')]",
                    "deployment().name == 'x' ? whole : 'pid-x'"),
            new Form(Kind.OPEN, "[concat(parameters('prefix'), variables('id'))]", "'${prefix}${id}'"),
            new Form(Kind.OPEN, "[unknown(variables('whole'), 'pid')]", "unknown(whole, 'pid')"),
            new Form(Kind.OPEN, "[concat('pid-', parameters('prefix'))]", "'pid-${prefix}'"));

    private static final String EMPTY_ARM =
            "\"properties\": { \"mode\": \"Incremental\", \"template\": { \"$schema\": \"x\", \"resources\": [] } } }";

    static GeneratedCase of(Random random) {
        return new Writer(random).write();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean bicep() {
        return name.endsWith(".bicep");
    }

    private static final class Writer {
        private final Random random;
        private final boolean bicep;
        private final boolean symbolic;
        private final Scope scope;
        private final Whose whose;
        private final Place place;
        private final Form form;
        private final String id;

        Writer(Random random) {
            this.random = random;
            this.bicep = random.nextBoolean();
            this.symbolic = !bicep && random.nextInt(3) == 0;
            this.scope = List.of(Scope.values()).get(random.nextInt(4));
            this.whose = List.of(Whose.values()).get(random.nextInt(3));
            Place wanted = List.of(Place.values()).get(random.nextInt(Place.values().length));
            this.place = wanted == Place.EMPTY_MODULE && !bicep ? Place.MAIN : wanted;
            this.form = FORMS.get(random.nextInt(FORMS.size()));
            this.id = whose == Whose.THEIRS ? Written.O : Written.G;
        }

        GeneratedCase write() {
            String name = bicep ? "main.bicep" : "azuredeploy.json";
            String text = bicep ? bicepFile() : armFile();
            List<Part> parts = whose == Whose.NONE ? List.of() : parts();
            return new GeneratedCase(name, text, whose, place, form, scope.needsLocation(), parts);
        }

        private String x(String text) {
            return text.replace("X", id);
        }

        private List<Part> parts() {
            String declared = place == Place.PASSED ? "param name string\n" : bicepDeclared();
            String passed = place == Place.PASSED ? "name" : x(form.bicep());
            return switch (place) {
                case EMPTY_MODULE -> List.of(new Part("empty.bicep", "param unused string = ''\n"));
                case LINKED, PASSED ->
                    bicep
                            ? List.of(new Part("parts/cua.bicep", declared + Written.emptyBicep(passed)))
                            : List.of(new Part("parts/cua.json", linkedArm()));
                default -> List.of();
            };
        }

        private String linkedArm() {
            String name = place == Place.PASSED ? "[parameters('name')]" : x(form.arm());
            String sections =
                    place == Place.PASSED ? "\"parameters\": { \"name\": { \"type\": \"string\" } }," : armDeclared();
            return "{ \"$schema\": \"" + schema(Scope.RESOURCE_GROUP) + "\", \"contentVersion\": \"1.0.0.0\", "
                    + sections + " \"resources\": [ " + armPid(name) + " ] }";
        }

        private static String schema(Scope scope) {
            String name =
                    switch (scope) {
                        case RESOURCE_GROUP -> "d";
                        case SUBSCRIPTION -> "subscriptionD";
                        case MANAGEMENT_GROUP -> "managementGroupD";
                        case TENANT -> "tenantD";
                    };
            return "https://schema.management.azure.com/schemas/2019-08-01/" + name + "eploymentTemplate.json#";
        }

        private String armDeclared() {
            return x(
                    """
                    "parameters": { "given": { "type": "string", "defaultValue": "pid-X" }, "prefix": { "type": "string" } },
                    "functions": [ { "namespace": "own", "members": { "pid": { "parameters": [ { "name": "id", "type": "string" } ],
                      "output": { "type": "string", "value": "[concat('pid-', parameters('id'))]" } } } } ],
                    "variables": { "id": "X", "whole": "[concat('pid-', variables('id'))]", "list": [ "a", "X" ],
                      "ids": { "track": "X", "whole": "pid-X" } },""");
        }

        private String armPid(String name) {
            return "{ \"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2020-06-01\", \"name\": \""
                    + name + "\", " + (scope.needsLocation() ? "\"location\": \"x\", " : "") + EMPTY_ARM;
        }

        /** What looks a little like one, and is none. */
        private String armDecoy() {
            return switch (random.nextInt(4)) {
                case 0 -> armPid("46d3xbcp.res.storage");
                case 1 -> armPid("[concat(variables('list')[0], parameters('rapidPolicyDelay'))]");
                case 2 ->
                    "{ \"type\": \"Microsoft.Storage/storageAccounts\", \"apiVersion\": \"2023-01-01\", \"name\": \"[variables('list')[0]]\" }";
                default -> armPid("[concat('wait-', guid('x'))]");
            };
        }

        private String armFile() {
            String deployment =
                    switch (place) {
                        case NESTED ->
                            "{ \"type\": \"Microsoft.Resources/deployments\", \"name\": \"n\", \"properties\": { \"mode\": \"Incremental\", \"template\": { \"resources\": [ "
                                    + armPid(x(form.arm())) + " ] } } }";
                        case LINKED, PASSED ->
                            "{ \"type\": \"Microsoft.Resources/deployments\", \"name\": \"n\", \"properties\": { \"mode\": \"Incremental\", \"templateLink\": { \"uri\": \"[uri(deployment().properties.templateLink.uri, 'parts/cua.json')]\" }"
                                    + (place == Place.PASSED
                                            ? ", \"parameters\": { \"name\": { \"value\": \"" + x(form.arm()) + "\" } }"
                                            : "")
                                    + " } }";
                        default -> armPid(x(form.arm()));
                    };
            String all = whose == Whose.NONE
                    ? named("a", armDecoy())
                    : random.nextBoolean()
                            ? named("a", armDecoy()) + ",\n " + named("b", deployment)
                            : named("b", deployment);
            return "{\n  \"$schema\": \"" + schema(scope) + "\",\n  \"contentVersion\": \"1.0.0.0\",\n  "
                    + (whose == Whose.NONE ? armDeclared().replace(id, "nobody") : armDeclared())
                    + "\n  \"resources\": "
                    + (symbolic ? "{\n " : "[\n ") + all + (symbolic ? "\n  }" : "\n  ]") + "\n}\n";
        }

        private String named(String symbol, String resource) {
            return symbolic ? "\"" + symbol + "\": " + resource : resource;
        }

        private String bicepDeclared() {
            return x(
                    """
                    param given string = 'pid-X'
                    param prefix string
                    var id = 'X'
                    var whole = 'pid-${id}'
                    var list = [
                      'a'
                      'X'
                    ]
                    var ids = {
                      track: 'X'
                      whole: 'pid-X'
                    }
                    func pidOf(id string) string => 'pid-${id}'
                    """);
        }

        private String bicepFile() {
            String start = "targetScope = '" + scope + "'\n" + bicepDeclared();
            if (whose == Whose.NONE) {
                return start.replace(id, "nobody")
                        + "resource a 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: list[0]\n}\n";
            }
            String condition = random.nextInt(3) == 0 && place == Place.EMPTY_MODULE ? "if (prefix != '') " : "";
            return start
                    + switch (place) {
                        case EMPTY_MODULE ->
                            "module pid 'empty.bicep' = " + condition + "{\n  name: " + x(form.bicep()) + "\n}\n";
                        case NESTED ->
                            "resource n 'Microsoft.Resources/deployments@2020-06-01' = {\n  name: 'n'\n  properties: {\n    mode: 'Incremental'\n    template: {\n      resources: [\n        {\n          type: 'Microsoft.Resources/deployments'\n          name: "
                                    + x(form.bicep())
                                    + "\n          properties: {\n            template: {\n              resources: []\n            }\n          }\n        }\n      ]\n    }\n  }\n}\n";
                        case LINKED -> "module cua 'parts/cua.bicep' = {\n  name: 'n'\n}\n";
                        case PASSED ->
                            "module cua 'parts/cua.bicep' = {\n  name: 'n'\n  params: {\n    name: " + x(form.bicep())
                                    + "\n  }\n}\n";
                        default ->
                            Written.emptyBicep(x(form.bicep()))
                                    .replace(
                                            "  properties: {\n    mode",
                                            (scope.needsLocation() ? "  location: 'x'\n" : "")
                                                    + "  properties: {\n    mode");
                    };
        }
    }
}
