package dev.partnerattribution.templates.internal.rules;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.Finding;
import dev.partnerattribution.templates.Position;
import dev.partnerattribution.templates.Rule;
import dev.partnerattribution.templates.TemplateFile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A managed application's package has its main template at the top. */
public final class PackageRule {
    private static final String MAIN = "mainTemplate.json";

    private PackageRule() {}

    public static List<Finding> findings(TemplateFile zip, Collection<TemplateFile> all) {
        List<TemplateFile> entries = all.stream()
                .filter(file -> file.path().equals(zip.path()) && !file.entry().isEmpty())
                .toList();
        boolean application = entries.stream().anyMatch(PackageRule::isOfApplication);
        boolean main = entries.stream().anyMatch(file -> file.entry().equalsIgnoreCase(MAIN));
        return application && !main
                ? List.of(new Finding(zip.name(), new Position(1, 1), Rule.NO_MAIN_TEMPLATE, ""))
                : List.of();
    }

    private static boolean isOfApplication(TemplateFile file) {
        return file.kind() == FileKind.CREATE_UI_DEFINITION
                || file.entry().toLowerCase(Locale.ROOT).endsWith("/maintemplate.json");
    }
}
