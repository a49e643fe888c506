package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import java.nio.file.Path;

/**
 * Real tools of Azure, logged in to a loopback ARM: all their endpoints are its, and what they would ask any other host
 * goes to a proxy that does not exist.
 */
final class AzureTools {
    private static final String NOWHERE = "http://127.0.0.1:9";
    private static final Path RESOURCES = Jars.PROGRAMS.resolve("tools");

    private final LoopbackArm arm;
    private final Path home;

    private AzureTools(LoopbackArm arm, Path home) {
        this.arm = arm;
        this.home = home;
    }

    /** For tools whose home directory is this one. */
    static AzureTools of(LoopbackArm arm, Path home) {
        return new AzureTools(arm, home);
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
}
