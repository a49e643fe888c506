package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.testkit.LoopbackArm;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How to reach a server. */
final class Introduction {
    private Introduction() {}

    /** For programs: a JSON object in one line. */
    static String json(LoopbackArm arm) {
        return JsonText.documentLine(json -> {
            json.writeStringField("endpoint", arm.localEndpoint().toString());
            json.writeStringField("httpEndpoint", arm.httpEndpoint().toString());
            json.writeStringField("subscription", LoopbackArm.SUBSCRIPTION_ID);
            json.writeStringField("tenant", LoopbackArm.TENANT_ID);
            json.writeStringField("certificate", arm.certificate().toString());
            json.writeObjectFieldStart("azEnvironment");
            for (Map.Entry<String, String> variable : az(arm).entrySet()) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("jvm");
            json.writeStringField("endpoint", arm.endpoint().toString());
            JsonText.texts(json, "arguments", arm.jvmArguments());
            json.writeEndObject();
        });
    }

    /** For people. */
    static String text(LoopbackArm arm) {
        String endpoint = arm.localEndpoint().toString();
        String az = az(arm).entrySet().stream()
                .map(variable -> "  export " + variable.getKey() + "=" + quoted(variable.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                An Azure Resource Manager on this machine: it keeps what it is given, and nothing reaches Azure.

                endpoint      %1$s  or without TLS  %2$s
                subscription  %3$s
                tenant        %4$s
                certificate   %5$s

                az, as if logged in:
                %6$s
                  az group create -n demo -l westeurope

                Python:
                  export REQUESTS_CA_BUNDLE=%5$s
                  ResourceManagementClient(credential, "%3$s", base_url="%1$s", credential_scopes=["%1$s.default"])

                Java:
                  java %7$s ...
                  and %8$s as the resource manager's endpoint of the AzureEnvironment

                Terraform's azurerm backend:
                  export SSL_CERT_FILE=%5$s ARM_METADATA_HOST=localhost:%9$d
                  export ARM_SUBSCRIPTION_ID=%3$s ARM_TENANT_ID=%4$s
                  export ARM_CLIENT_ID=%3$s ARM_CLIENT_SECRET=any
                  terraform init

                Anything else:
                  curl --cacert %5$s %1$ssubscriptions?api-version=2022-12-01

                Each request is shown with its User-Agent as it arrives; Ctrl-C ends it.

                """
                .formatted(
                        endpoint,
                        arm.httpEndpoint(),
                        LoopbackArm.SUBSCRIPTION_ID,
                        LoopbackArm.TENANT_ID,
                        quoted(arm.certificate().toString()),
                        az,
                        arm.jvmArguments().stream().map(Introduction::quoted).collect(Collectors.joining(" ")),
                        arm.endpoint(),
                        arm.port());
    }

    private static Map<String, String> az(LoopbackArm arm) {
        return new TreeMap<>(arm.azEnvironment());
    }

    private static String quoted(String text) {
        return text.contains(" ") ? "\"" + text + "\"" : text;
    }
}
