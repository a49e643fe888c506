package dev.partnerattribution.templates.internal.files;

import java.util.Locale;
import java.util.Set;

/** The folders in which templates are kept that a main template deploys. */
public final class LinkedFolder {
    private static final Set<String> NAMES =
            Set.of("nestedtemplates", "linkedtemplates", "nested", "linked", "modules");

    private LinkedFolder() {}

    /** Whether the file lies directly in one, by its path alone. */
    public static boolean holds(String path) {
        String[] names = path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1);
        return names.length > 1 && NAMES.contains(names[names.length - 2].replace("-", ""));
    }
}
