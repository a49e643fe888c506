package dev.partnerattribution.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program in JavaScript with the Azure SDK, as npm installs it. Its log-in lets everyone in. */
final class JavaScriptProgram {
    private static final Path SOURCES = Path.of("src", "test", "resources", "tools", "javascript");

    private final Path folder;

    private JavaScriptProgram(Path folder) {
        this.folder = folder;
    }

    /** Installs what it needs, in the versions of the lock file. */
    static JavaScriptProgram in(Path folder) throws IOException, InterruptedException {
        for (String file : new String[] {
            "package.json", "package-lock.json", "elsewhere.cjs", "identity/package.json", "identity/index.js"
        }) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(SOURCES.resolve(file), copy);
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        npm.getOutputStream().close();
        String printed = new String(npm.getInputStream().readAllBytes(), UTF_8);
        assertThat(npm.waitFor()).as(printed).isZero();
        return new JavaScriptProgram(folder);
    }

    /** What runs this snippet as it is printed, and then creates a group with the client that it makes. */
    String command(Emulated emulated, String snippet) throws IOException {
        Path program = folder.resolve("program.mjs");
        Files.writeString(
                program,
                snippet.replace("<your subscription>", Emulated.SUBSCRIPTION)
                        + "await client.resourceGroups.createOrUpdate(\"javascript\", { location: \"westeurope\" });\n");
        return "export NO_PROXY=management.azure.com NODE_EXTRA_CA_CERTS=" + emulated.certificate() + " ARM_PORT="
                + URI.create(emulated.endpoint()).getPort() + "\nnode --require " + folder.resolve("elsewhere.cjs")
                + " "
                + program;
    }
}
