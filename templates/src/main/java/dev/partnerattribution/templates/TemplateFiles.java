package dev.partnerattribution.templates;

import dev.partnerattribution.templates.internal.files.DocumentCache;
import dev.partnerattribution.templates.internal.files.FoundFile;
import dev.partnerattribution.templates.internal.files.Roles;
import dev.partnerattribution.templates.internal.files.ZipPackage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates in files, folders, globs and zip packages, and says which are main ones. In folders only files named
 * {@code .json}, {@code .jsonc}, {@code .bicep} and {@code .zip} are looked at, and what is nothing of Azure's is left out.
 * Packages are read in memory, within limits: nothing is unpacked to disk.
 */
public final class TemplateFiles {
    private static final Set<String> EXTENSIONS = Set.of(".json", ".jsonc", ".bicep", ".zip");

    private static boolean isInput(String name) {
        return EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    private final Map<String, FoundFile> found = new LinkedHashMap<>();
    private final DocumentCache cache;

    private TemplateFiles(DocumentCache cache) {
        this.cache = cache;
    }

    /**
     * What these name, each file once, in the order given; in folders by path. A file that is there and can't be read is
     * among them, as unreadable.
     *
     * @param patterns as {@link InputFiles} takes them
     * @throws NoSuchFileException if one of them names nothing
     * @throws IOException if standard input can't be read
     */
    public static List<TemplateFile> find(Collection<String> patterns) throws IOException {
        return find(patterns, name -> null);
    }

    /**
     * The same for sources that a build has yet to fill in.
     *
     * @param properties gives what a build puts in place of {@code ${name}}, or null
     */
    public static List<TemplateFile> find(Collection<String> patterns, UnaryOperator<@Nullable String> properties)
            throws IOException {
        TemplateFiles files = new TemplateFiles(new DocumentCache(properties));
        for (InputFiles.InputFile file : InputFiles.find(patterns, TemplateFiles::isInput)) {
            files.add(file);
        }
        List<TemplateFile> all = new ArrayList<>();
        new Roles(files.found.values())
                .forEach((file, role) -> all.add(new TemplateFile(file, role.role(), role.why())));
        return all;
    }

    private void add(InputFiles.InputFile file) throws IOException {
        if (file.isStandardInput()) {
            add(FoundFile.ofStandardInput(file.path(), System.in.readNBytes(Template.MAX_BYTES + 1)), true);
        } else if (!file.fault().isEmpty()) {
            add(FoundFile.unreadable(file.path(), file.place(), file.fault()), true);
        } else if (file.path().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            ZipPackage.read(file.path(), file.place())
                    .forEach(entry -> add(entry, entry.entry().isEmpty()));
        } else {
            add(FoundFile.onDisk(file.path(), file.place(), file.named(), cache), file.named());
        }
    }

    private void add(FoundFile file, boolean anyway) {
        if (anyway || file.kind() != FileKind.OTHER) {
            FoundFile before = found.putIfAbsent(file.place(), file);
            if (before != null && file.named()) {
                found.put(file.place(), file);
            }
        }
    }
}
