package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.Libraries;
import java.nio.file.Path;

/** The web application that the servers get. */
final class WebApplication {
    private WebApplication() {}

    /** Its directory, without the SDK. */
    static Path unpacked(Path directory) {
        Project project = Project.named("web");
        project.compiled(
                Libraries.of("jakarta.servlet:jakarta.servlet-api:6.0.0"), directory.resolve("WEB-INF/classes"));
        Tree.copy(project.directory().resolve("WEB-INF"), directory.resolve("WEB-INF"));
        return directory;
    }

    /** A WAR of it, with the SDK. */
    static Path war(Path directory, Path war) {
        unpacked(directory);
        Sdk.addJars(directory.resolve("WEB-INF/lib"));
        return Tree.packed(directory, war);
    }

    /** Asks it to create this group. */
    static String deploying(LoopbackArm arm, String group) {
        return "/app/deploy?endpoint=" + arm.endpoint() + "&group=" + group;
    }
}
