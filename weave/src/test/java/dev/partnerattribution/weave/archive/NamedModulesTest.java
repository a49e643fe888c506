package dev.partnerattribution.weave.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.weave.Weaver;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module, packed by the JDK's own tools: its declaration lists its packages, and Java looks in no others. */
class NamedModulesTest {
    @TempDir
    Path folder;

    private static void run(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
                .isZero();
    }

    @Test
    void its_classes_find_what_was_woven_into_it() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/a")).getParent();
        Files.writeString(sources.resolve("module-info.java"), "module contoso.app { exports a; }");
        Files.writeString(sources.resolve("a/Client.java"), "package a; public class Client { }");
        String classes = folder.resolve("classes").toString();
        String jar = folder.resolve("app.jar").toString();
        run(
                "javac",
                "-d",
                classes,
                sources.resolve("module-info.java").toString(),
                sources.resolve("a/Client.java").toString());
        run("jar", "--create", "--file", jar, "--module-version", "1.2", "-C", classes, ".");
        Path woven = folder.resolve("woven.jar");
        Weave.of(Path.of(jar)).to(woven);

        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        Configuration.resolve(
                                ModuleFinder.of(woven),
                                List.of(ModuleLayer.boot().configuration()),
                                ModuleFinder.of(),
                                Set.of("contoso.app")),
                        List.of(ModuleLayer.boot()),
                        ClassLoader.getPlatformClassLoader())
                .layer();
        Module module = layer.findModule("contoso.app").orElseThrow();
        Class<?> client = Class.forName(module, "a.Client");

        assertThat(module.getDescriptor().toNameAndVersion()).isEqualTo("contoso.app@1.2");
        assertThat(module.getDescriptor().isOpen()).isFalse();
        assertThat(client.getDeclaredField("markedByWeaver").getType().getModule())
                .isEqualTo(module);
        assertThat(module.getPackages()).contains("a", Weaver.PACKAGE.replace('/', '.') + "engine");
    }
}
