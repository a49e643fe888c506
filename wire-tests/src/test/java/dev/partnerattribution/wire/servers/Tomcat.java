package dev.partnerattribution.wire.servers;

import dev.partnerattribution.testkit.Jdk;
import dev.partnerattribution.wire.Libraries;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A Tomcat as it is unpacked, but for its ports, and that it looks for nothing of its own in the jars of applications. */
final class Tomcat {
    private final Path home;
    private final int port = Machine.freePort();

    private Tomcat(Path home) {
        this.home = home;
    }

    /** Unpacks it into this directory. */
    static Tomcat in(Path directory) throws IOException {
        Path archive = Libraries.of("org.apache.tomcat:tomcat:zip:" + Server.TOMCAT.version())
                .get(0);
        Tree.unpack(archive, directory);
        Tomcat tomcat = new Tomcat(directory.resolve("apache-tomcat-" + Server.TOMCAT.version()));
        Path server = tomcat.home.resolve("conf/server.xml");
        String usual = Files.readString(server);
        Files.writeString(
                server, usual.replace("\"8080\"", "\"" + tomcat.port + "\"").replace("\"8005\"", "\"-1\""));
        // To search the SDK for servlets, at each deployment, would take most of the time.
        Files.writeString(
                tomcat.home.resolve("conf/catalina.properties"),
                System.lineSeparator() + "tomcat.util.scan.StandardJarScanFilter.jarsToSkip=*.jar",
                StandardOpenOption.APPEND);
        return tomcat;
    }

    /** A directory or file of it. */
    Path file(String name) {
        return home.resolve(name);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Starts it with these options for its JVM alone. */
    Launched start(Jdk jdk, String catalinaOpts) {
        return Launched.start(
                home,
                Map.of("JAVA_HOME", jdk.home().toString(), "CATALINA_OPTS", catalinaOpts),
                List.of("sh", home.resolve("bin/catalina.sh").toString(), "run"));
    }
}
