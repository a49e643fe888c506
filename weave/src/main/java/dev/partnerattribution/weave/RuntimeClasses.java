package dev.partnerattribution.weave;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.agent.ClassWatcher;
import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.internal.options.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.implementation.FixedValue;
import org.jspecify.annotations.Nullable;

/** Our classes as a woven program carries them: those that woven code may use, found by following what they name. */
final class RuntimeClasses {
    private static final String OPTIONS = "dev/partnerattribution/internal/options/WovenOptions";

    private final Map<String, byte[]> found = new TreeMap<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final String options;

    private RuntimeClasses(String options) {
        this.options = options;
    }

    /** Returns class files by their names in a woven program, and what it was woven with. */
    static Map<String, byte[]> of(WeaveOptions given) {
        TrackingId id = given.trackingId();
        String options = id == null ? "" : WeaveOptions.TRACKING_ID + "=" + id;
        RuntimeClasses classes = new RuntimeClasses(options);
        for (String definition : new TreeSet<>(ClassWatcher.definitions().values())) {
            if (isWoven(definition)) {
                classes.addUsedBy((LibraryInstrumentation) TypeInstrumentation.ofName(definition));
            }
        }
        CallSites.targets().forEach(classes.next::add);
        classes.follow();
        Map<String, byte[]> entries = new TreeMap<>();
        classes.found.forEach((name, classFile) -> entries.put(OwnNames.woven(name) + ".class", classFile));
        entries.put(Weaver.PROPERTIES, properties(id));
        return entries;
    }

    /** Whether a definition, by its name, is one for classes that a program may hold, and that are not only looked at. */
    static boolean isWoven(String definition) {
        return !definition.startsWith("jdk.")
                && TypeInstrumentation.ofName(definition).route() != Route.TLS;
    }

    private void addUsedBy(LibraryInstrumentation definition) {
        next.add(definition.connection().getClass().getName().replace('.', '/'));
        OwnNames names = new OwnNames();
        for (byte[] beside : definition.beside("a/Type").values()) {
            names.applyTo(beside);
        }
        next.addAll(names.used());
        next.add("dev/partnerattribution/weave/program/WovenLibrary");
    }

    private void follow() {
        for (String name = next.poll(); name != null; name = next.poll()) {
            if (!found.containsKey(name)) {
                OwnNames names = new OwnNames();
                found.put(name, names.applyTo(classFile(name)));
                next.addAll(names.used());
            }
        }
    }

    private byte[] classFile(String name) {
        byte[] compiled = OwnClassFiles.read(name);
        return name.equals(OPTIONS) ? withOptions(compiled) : compiled;
    }

    private byte[] withOptions(byte[] compiled) {
        byte[] given = MethodBodies.replaced(OPTIONS, compiled, "given", FixedValue.value(options));
        return MethodBodies.replaced(OPTIONS, given, "version", FixedValue.value(version()));
    }

    private static String version() {
        String version = Weaver.class.getPackage().getImplementationVersion();
        return version == null ? "(unknown)" : version;
    }

    /** For tools: the program itself does not read it. */
    private static byte[] properties(@Nullable TrackingId id) {
        return ("# Attribution was built into this program.\nversion=" + version() + "\n"
                        + (id == null ? "" : WeaveOptions.TRACKING_ID + "=" + id + "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
