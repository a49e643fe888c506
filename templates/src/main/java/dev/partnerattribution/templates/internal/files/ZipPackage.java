package dev.partnerattribution.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The templates in a zip package, read into memory. A package may have 10,000 entries; of one at most 16 MiB are read, of
 * all together 64 MiB, whatever the package says of their sizes. Packages in a package are not opened.
 */
final class ZipPackage {
    static final int MAX_ENTRIES = 10_000;
    static final int MAX_TOTAL = 64 << 20;

    private final Path path;
    private final List<Found> found = new ArrayList<>();
    private int budget = MAX_TOTAL;

    private ZipPackage(Path path) {
        this.path = path;
    }

    /** The package itself, then what it holds, by name. */
    static List<Found> read(Path path) throws IOException {
        ZipPackage all = new ZipPackage(path);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            all.readFrom(zip);
        } catch (ZipException broken) {
            return List.of(all.unreadable("", "it is not a zip file, or a broken one: " + broken.getMessage()));
        }
        return all.found;
    }

    private void readFrom(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            found.add(unreadable("", "it has " + zip.size() + " entries, more than " + MAX_ENTRIES));
            return;
        }
        found.add(new Found(path, "", Template.ofPackage(path.toString()), true));
        List<? extends ZipEntry> entries = zip.stream()
                .filter(ZipPackage::isOfInterest)
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        for (ZipEntry entry : entries) {
            if (budget >= 0) {
                add(zip, entry);
            }
        }
    }

    private static boolean isOfInterest(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory() && (name.endsWith(".json") || name.endsWith(".jsonc") || name.endsWith(".bicep"));
    }

    private void add(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Math.min(budget, Template.MAX_BYTES) + 1);
            budget -= bytes.length;
            if (budget < 0) {
                found.add(unreadable(
                        entry.getName(),
                        "it and what follows is not read: the package holds more than " + (MAX_TOTAL >> 20)
                                + " MiB of templates"));
                return;
            }
            Template template = Template.of(name(entry.getName()), bytes);
            if (TemplateFiles.isOfAzure(template)) {
                found.add(new Found(path, entry.getName(), template, false));
            }
        } catch (IOException broken) {
            found.add(unreadable(entry.getName(), "this entry of the package can't be read: " + broken.getMessage()));
        }
    }

    private Found unreadable(String entry, String why) {
        return new Found(path, entry, Template.unreadable(entry.isEmpty() ? path.toString() : name(entry), why), true);
    }

    private String name(String entry) {
        return path + "!/" + entry;
    }
}
