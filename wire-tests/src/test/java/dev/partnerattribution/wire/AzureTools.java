package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import java.nio.file.Path;

/**
 * Real tools of Azure, logged in to a loopback ARM: all their endpoints are its, and what they would ask any other host
 * goes to a proxy that does not exist.
 */
final class AzureTools {
    private static final int ALWAYS = 10_000;
    private static final String NOWHERE = "http://127.0.0.1:9";
    private static final Path RESOURCES = Jars.PROGRAMS.resolve("tools");

    private final LoopbackArm arm;
    private final Path home;

    private AzureTools(LoopbackArm arm, Path home) {
        this.arm = arm;
        this.home = home;
    }

    /** For tools whose home directory is this one, and whose log-in this server answers until it is reset. */
    static AzureTools of(LoopbackArm arm, Path home) {
        AzureTools tools = new AzureTools(arm, home);
        tools.answerTerraform();
        return tools;
    }

    /** Gives a program, and so the tools that it starts, the environment by which they find everything. */
    JavaProgram equip(JavaProgram program) {
        arm.azEnvironment().forEach(program::environment);
        for (String variable : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}) {
            program.environment(variable, NOWHERE);
        }
        return program.environment("NO_PROXY", "localhost")
                .environment("no_proxy", "localhost")
                .environment("HOME", home.toString())
                .environment("SSL_CERT_FILE", arm.certificate().toString())
                .environment("CHECKPOINT_DISABLE", "1") // terraform would ask for a newer one
                .withoutEnvironment("TF_CLI_CONFIG_FILE")
                .environment("ANSIBLE_LOCALHOST_WARNING", "False")
                .environment("ANSIBLE_INVENTORY_UNPARSED_WARNING", "False")
                .environment("LC_ALL", "C.UTF-8");
    }

    /** A file among the test resources. */
    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    /** What Terraform asks besides what az does, before it comes to Resource Manager. */
    private void answerTerraform() {
        answer(
                "/oauth2/v2.0/token$",
                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"of-no-account\"}");
        answer(
                "^/metadata/endpoints",
                """
                {"name":"Loopback","portal":"%1$s","graph":"%1$s","microsoftGraphResourceId":"%1$s",
                 "resourceManager":"%1$s","suffixes":{"storage":"localhost"},
                 "authentication":{"loginEndpoint":"%1$s","audiences":["%1$s"],"tenant":"common",
                  "identityProvider":"AAD"}}
                """
                        .formatted("https://localhost:" + arm.port()));
    }

    private void answer(String path, String json) {
        arm.next(ALWAYS).at(path).answer(Fault.json(200, json));
    }
}
