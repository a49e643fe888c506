package dev.partnerattribution.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds templates in files, folders, globs and zip packages. In folders only files named {@code .json}, {@code .jsonc},
 * {@code .bicep} and {@code .zip} are looked at, hidden folders and {@code node_modules} not at all, and what is nothing of
 * Azure's is left out. Packages are read in memory, within limits: nothing is unpacked to disk.
 */
public final class TemplateFiles {
    private final Map<String, Found> found = new LinkedHashMap<>();

    private TemplateFiles() {}

    /**
     * What these name, each file once, in the order given; in folders by path.
     *
     * @param patterns files, folders, {@code .zip} packages, or globs such as {@code infra/**}{@code /*.bicep}
     * @throws NoSuchFileException if one of them names nothing
     * @throws IOException if a file or folder can't be read
     */
    public static List<TemplateFile> find(Collection<String> patterns) throws IOException {
        TemplateFiles files = new TemplateFiles();
        for (String pattern : patterns) {
            files.add(pattern);
        }
        return Roles.assign(files.found.values());
    }

    /** Whether a pattern is a glob: it names no file, and has a wildcard. */
    private void add(String pattern) throws IOException {
        if (Glob.isOne(pattern)) {
            List<Path> matches = Glob.files(pattern);
            if (matches.isEmpty()) {
                throw new NoSuchFileException(pattern, null, "no file matches");
            }
            for (Path file : matches) {
                addFile(file, true);
            }
            return;
        }
        Path path = Path.of(pattern);
        if (Files.isDirectory(path)) {
            for (Path file : Folder.files(path)) {
                addFile(file, false);
            }
        } else if (Files.exists(path)) {
            addFile(path, true);
        } else {
            throw new NoSuchFileException(pattern, null, "there is no such file");
        }
    }

    private void addFile(Path file, boolean named) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            ZipPackage.read(file).forEach(this::add);
            return;
        }
        Template template = Template.read(file);
        if (named || isOfAzure(template)) {
            add(new Found(file, "", template, named));
        }
    }

    private void add(Found file) {
        found.putIfAbsent(file.place(), file);
    }

    /** Of an unreadable file its text decides; that of one in UTF-16 has zeros in it. */
    static boolean isOfAzure(Template template) {
        if (template.kind() != FileKind.UNREADABLE) {
            return template.kind() != FileKind.OTHER;
        }
        String text = new String(template.source().bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
        return template.name().toLowerCase(Locale.ROOT).endsWith(".bicep")
                || text.toLowerCase(Locale.ROOT).contains("deploymenttemplate.json");
    }
}
