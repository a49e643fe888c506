package dev.partnerattribution.internal;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.diagnostics.Quote;
import dev.partnerattribution.internal.options.AgentStart;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.options.SystemProperties;
import dev.partnerattribution.internal.options.WovenOptions;
import dev.partnerattribution.internal.program.MainClass;
import java.io.File;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** What a support ticket needs, said where the option {@code verbose} asks for it. */
final class Verbose {
    private Verbose() {}

    static void say(Settings settings, String attribution) {
        Diagnostics.once("version " + version() + with()
                + "; Java " + property("java.version") + " of " + property("java.vendor") + "; " + property("os.name")
                + " "
                + property("os.arch"));
        Diagnostics.once("looked at " + settings.sources() + "; main class: " + mainClass());
        Diagnostics.once("routes in effect: " + labels(settings.routes()));
        Diagnostics.once(attribution);
    }

    private static String with() {
        return AgentStart.isThere()
                ? ", with the agent"
                : WovenOptions.areHere() ? ", woven into the program" : ", without the agent";
    }

    private static String mainClass() {
        String name = MainClass.name();
        return name == null ? "not known" : Quote.of(name);
    }

    private static String labels(Set<Route> routes) {
        if (!AgentStart.isThere() && !WovenOptions.areHere()) {
            return "azure-core's policy alone, as there is no agent";
        }
        StringBuilder labels = new StringBuilder();
        for (Route route : routes) {
            labels.append(labels.length() == 0 ? "" : ", ").append(route.label());
        }
        return labels.toString();
    }

    private static String property(String name) {
        String value = SystemProperties.now(name);
        return value == null ? "(unknown)" : value;
    }

    /** As the manifest of our jar has it: the agent's class loader makes no packages that would know it. */
    private static String version() {
        return WovenOptions.areHere() ? orUnknown(WovenOptions.version()) : ofOurJar();
    }

    private static String ofOurJar() {
        try (JarFile jar = new JarFile(new File(Verbose.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            Manifest manifest = jar.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return orUnknown(version);
        } catch (Exception | LinkageError e) {
            return orUnknown(null);
        }
    }

    private static String orUnknown(@Nullable String version) {
        return version == null ? "(unknown)" : version;
    }
}
