package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.Model;
import java.util.Locale;
import java.util.Set;

/** The folders in which templates are kept that a main template deploys. */
public final class LinkedFolder {
    private static final Set<String> NAMES =
            Set.of("nestedtemplates", "linkedtemplates", "nested", "linked", "modules");

    private LinkedFolder() {}

    /** Returns whether a template lies directly in one, by its path, and does not only publish others. */
    public static boolean holds(Document document) {
        Model model = document.model();
        return model != null && !model.published().nothingElse() && holds(document.name());
    }

    static boolean holds(String path) {
        String[] names = path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1);
        return names.length > 1 && NAMES.contains(names[names.length - 2].replace("-", ""));
    }
}
