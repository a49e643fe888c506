package dev.partnerattribution.weave.archive;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a part of which something is left as it is. */
final class Remarks {
    private static final String LOADER = "org/springframework/boot/loader/";

    private final Part part;

    Remarks(Part part) {
        this.part = part;
    }

    /** @param isOneOfSeveral whether it was woven together with others */
    List<String> all(boolean isOneOfSeveral) {
        List<String> all = new ArrayList<>();
        String classPath = part.manifest().classPath();
        if (!classPath.isEmpty() && !isOneOfSeveral) {
            all.add("its manifest names further archives, which are woven only if you name them as well: " + classPath);
        }
        List<String> others = part.container().names().stream()
                .filter(name -> name.endsWith(".jar") && !part.libraries().containsKey(name))
                .toList();
        if (!others.isEmpty()) {
            all.add("archives in it that are no part of its class path are not looked into: " + some(others));
        }
        List<String> outside = part.layout() == Layout.PLAIN
                ? List.of()
                : part.container().names().stream()
                        .filter(name -> name.endsWith(".class")
                                && !name.startsWith(part.layout().classes())
                                && !name.startsWith(LOADER)
                                && !name.startsWith("META-INF/"))
                        .toList();
        if (!outside.isEmpty()) {
            all.add("classes outside of " + part.layout().classes() + " are not woven: " + some(outside));
        }
        return all.stream().map(text -> part.shown() + ": " + text).toList();
    }

    private static String some(List<String> names) {
        return names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    }
}
