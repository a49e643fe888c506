package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.TemplateFile.Role;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Says of each template what part it plays, from the names, the folders and the links of all. */
public final class Roles {
    private static final Set<String> MAIN_NAMES = Set.of(
            "maintemplate.json",
            "maintemplate.bicep",
            "azuredeploy.json",
            "azuredeploy.bicep",
            "main.json",
            "main.bicep");

    /** What lies in these tries a template out, and is deployed by nobody else. */
    private static final Set<String> TRIALS = Set.of(
            "test", "tests", ".test", ".tests", "e2e", "example", "examples", "sample", "samples", "demo", "demos");

    private final Map<String, FoundFile> byPlace = new LinkedHashMap<>();
    private final Map<String, FoundFile> byLowerPlace = new HashMap<>();
    private final Map<String, FoundFile> linkedBy = new HashMap<>();
    private final TreeMap<String, FoundFile> mainFolders = new TreeMap<>();

    /** A role, and why; the reason is empty for a main template. */
    public record Assigned(Role role, String why) {}

    public Roles(Collection<FoundFile> all) {
        all.forEach(found -> byPlace.put(found.place(), found));
        all.forEach(found -> byLowerPlace.put(found.place().toLowerCase(Locale.ROOT), found));
        for (FoundFile found : all) {
            found.links().forEach(paths -> addLink(found, paths));
            boolean main = found.kind().isTemplate() && found.publishes() == FoundFile.Publishes.NOTHING;
            if (main && MAIN_NAMES.contains(found.fileName())) {
                mainFolders.putIfAbsent(found.folder(), found);
            }
        }
    }

    /** Calls for each file, in their order. */
    public void forEach(BiConsumer<FoundFile, Assigned> action) {
        byPlace.values().forEach(found -> action.accept(found, of(found)));
    }

    /** The first path that leads to one of the files counts. */
    private void addLink(FoundFile from, List<String> paths) {
        for (String path : paths) {
            String target = normalized(from.folder() + path.replace('\\', '/'));
            FoundFile linked = byPlace.getOrDefault(target, byLowerPlace.get(target.toLowerCase(Locale.ROOT)));
            if (linked != null && !linked.place().equals(from.place())) {
                if (!isTrial(from, linked) && !isWrapper(from, linked)) {
                    linkedBy.putIfAbsent(linked.place(), from);
                }
                return;
            }
        }
    }

    private static boolean isTrial(FoundFile from, FoundFile linked) {
        String place = from.place().toLowerCase(Locale.ROOT);
        int common = commonFolder(from.place(), linked.place());
        for (String folder : place.substring(common).split("/", -1)) {
            if (TRIALS.contains(folder)) {
                return true;
            }
        }
        return from.fileName().matches(".*[._-]tests?\\.(bicep|jsonc?)");
    }

    private static int commonFolder(String one, String other) {
        int common = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            common = one.charAt(i) == '/' ? i + 1 : common;
        }
        return common;
    }

    /** A file of the same name elsewhere, which is another way to deploy this one; below it, it would be a part of it. */
    private static boolean isWrapper(FoundFile from, FoundFile linked) {
        return from.fileName().equals(linked.fileName()) && !linked.folder().startsWith(from.folder());
    }

    /** Without {@code .} and {@code ..}: the place may be in a package, where no file system helps. */
    static String normalized(String path) {
        ArrayDeque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    private Assigned of(FoundFile found) {
        FoundFile source = found.compiled() && found.entry().isEmpty() ? source(found) : null;
        if (source != null) {
            return new Assigned(Role.COMPILED, "Bicep compiles it from " + source.name());
        }
        if (found.publishes() != FoundFile.Publishes.NOTHING) {
            return found.publishes() == FoundFile.Publishes.ITS_OWN
                    ? new Assigned(Role.MAIN, "")
                    : new Assigned(
                            Role.COMPANION, "it only publishes template specs, whose templates come from elsewhere");
        }
        FoundFile from = linkedBy.get(found.place());
        if (from != null) {
            return new Assigned(Role.LINKED, "another of these files deploys it, " + from.name());
        }
        if (LinkedFolder.holds(found.place())) {
            return new Assigned(Role.LINKED, "it is in a folder of linked templates");
        }
        FoundFile main = found.named() || MAIN_NAMES.contains(found.fileName()) ? null : mainAbove(found.folder());
        return main == null
                ? new Assigned(Role.MAIN, "")
                : new Assigned(Role.COMPANION, "it lies beside or below a main template, " + main.name());
    }

    private @Nullable FoundFile mainAbove(String folder) {
        String at = folder;
        while (!at.isEmpty()) {
            FoundFile main = mainFolders.get(at);
            if (main != null) {
                return main;
            }
            at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1);
        }
        return null;
    }

    /** The Bicep file of the same name, or both are called as main templates are. */
    private @Nullable FoundFile source(FoundFile compiled) {
        String stem = compiled.fileName().replaceFirst("\\.jsonc?$", "");
        for (String name : List.of(stem, "main", "azuredeploy", "maintemplate")) {
            boolean main = MAIN_NAMES.contains(compiled.fileName());
            FoundFile source = name.equals(stem) || main
                    ? byLowerPlace.get((compiled.folder() + name + ".bicep").toLowerCase(Locale.ROOT))
                    : null;
            if (source != null) {
                return source;
            }
        }
        return null;
    }
}
