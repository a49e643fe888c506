package dev.partnerattribution.cli.doctor.scanning;

import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;

/** Looks at all that an application consists of: several archives at once, and those that their manifests name. */
public final class Scan {
    /** The main class of a Quarkus "fast-jar", whose manifest names the launcher's own libraries only. */
    private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final List<Scanned> parts = new ArrayList<>();

    /** Each file once, however often and by whatever links it is named. */
    private final Set<Path> seen = new HashSet<>();

    private Scan() {}

    public static Scanned of(List<Root> roots) {
        Scan scan = new Scan();
        for (List<Root> next = scan.fresh(roots); !next.isEmpty(); ) {
            next = scan.scan(next);
        }
        return Scanned.of(scan.parts);
    }

    private List<Root> fresh(List<Root> roots) {
        return roots.stream().filter(root -> seen.add(real(root.path()))).toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Returns what the manifests of these name. */
    private List<Root> scan(List<Root> roots) {
        List<Root> archives = new ArrayList<>();
        for (Root root : roots) {
            if (Files.isDirectory(root.path())) {
                List<Root> inside = new ArrayList<>();
                parts.add(FolderScan.of(root.path(), root.name(), inside));
                if (!root.isOfClassPath()) {
                    archives.addAll(fresh(inside));
                }
            } else {
                archives.add(root);
            }
        }
        List<Scanned> scanned = archives.parallelStream()
                .map(root -> ArchiveScan.of(root.path(), root.name(), root.own()))
                .toList();
        parts.addAll(scanned);
        List<Root> named = new ArrayList<>();
        for (int i = 0; i < archives.size(); i++) {
            named.addAll(namedBy(archives.get(i), scanned.get(i)));
        }
        return fresh(named);
    }

    /** As the JVM does, it leaves out those that are not there. */
    private static List<Root> namedBy(Root archive, Scanned scanned) {
        if (scanned.contents().isEmpty()) {
            return List.of();
        }
        Attributes manifest = scanned.contents().get(0).manifest;
        String classPath = manifest.getValue(Attributes.Name.CLASS_PATH);
        List<Root> named = new ArrayList<>();
        if (QUARKUS.equals(manifest.getValue(Attributes.Name.MAIN_CLASS))) {
            named.addAll(besideQuarkus(archive));
        }
        for (String url : classPath == null ? new String[0] : classPath.strip().split("\\s+")) {
            Path path = resolved(archive.path(), url);
            if (path != null && Files.exists(path)) {
                named.add(new Root(path, path.toString(), false, true));
            }
        }
        return named;
    }

    /** Where it finds the application, its libraries, and what was generated of them. */
    private static List<Root> besideQuarkus(Root launcher) {
        List<Root> found = new ArrayList<>();
        for (String name : List.of("app", "lib", "quarkus")) {
            Path folder = launcher.path().resolveSibling(name);
            if (Files.isDirectory(folder)) {
                found.add(new Root(folder, folder.toString(), true));
            }
        }
        return found;
    }

    /** Null for what lies not on this machine, or is nothing that a JVM would find either. */
    private static @Nullable Path resolved(Path archive, String url) {
        try {
            return Path.of(archive.toUri().resolve(url));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
