package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.wire.Libraries;
import java.nio.file.Path;

/** The web applications that the servers get. */
final class WebApplication {
    private WebApplication() {}

    /** The directory of one, without the SDK. */
    static Path unpacked(String name, Path directory) {
        Project project = Project.named(name);
        project.compiled(
                Libraries.of("jakarta.servlet:jakarta.servlet-api:6.0.0"), directory.resolve("WEB-INF/classes"));
        Tree.copy(project.directory().resolve("WEB-INF"), directory.resolve("WEB-INF"));
        return directory;
    }

    /** A WAR that creates resource groups, with the SDK in it. */
    static Path war(Path directory, Path war) {
        unpacked("web", directory);
        Sdk.addJars(directory.resolve("WEB-INF/lib"));
        return Tree.packed(directory, war);
    }

    /** Asks it to create this group. */
    static String deploying(LoopbackArm arm, String group) {
        return "/app/deploy?endpoint=" + arm.endpoint() + "&group=" + group;
    }
}
