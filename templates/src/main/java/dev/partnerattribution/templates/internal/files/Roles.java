package dev.partnerattribution.templates;

import dev.partnerattribution.templates.TemplateFile.Role;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says of each template what part it plays, from the names, the folders and the links of all. */
final class Roles {
    private static final Set<String> MAIN_NAMES =
            Set.of("maintemplate.json", "azuredeploy.json", "azuredeploy.bicep", "main.json", "main.bicep");

    private final Set<String> linked = new HashSet<>();
    private final Set<String> mainFolders = new HashSet<>();

    private Roles(Collection<Found> all) {
        for (Found found : all) {
            Model model = found.template().model();
            if (model != null) {
                model.links().forEach(link -> addLink(found, link));
                if (MAIN_NAMES.contains(found.fileName())) {
                    mainFolders.add(found.folder());
                }
            }
        }
    }

    static List<TemplateFile> assign(Collection<Found> all) {
        Roles roles = new Roles(all);
        return all.stream()
                .map(found -> new TemplateFile(found.path(), found.entry(), found.template(), roles.of(found)))
                .toList();
    }

    private void addLink(Found from, String link) {
        String target = normalized(from.folder() + link.replace('\\', '/').toLowerCase(Locale.ROOT));
        if (!target.equals(from.place())) {
            linked.add(target);
        }
    }

    /** Without {@code .} and {@code ..}: the place may be in a package, where no file system helps. */
    private static String normalized(String path) {
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

    private Role of(Found found) {
        if (LinkedFolder.holds(found.place()) || linked.contains(found.place())) {
            return Role.LINKED;
        }
        boolean companion = !found.named() && !MAIN_NAMES.contains(found.fileName()) && isBelowMain(found.folder());
        return companion ? Role.COMPANION : Role.MAIN;
    }

    private boolean isBelowMain(String folder) {
        return mainFolders.stream().anyMatch(folder::startsWith);
    }
}
