package dev.partnerattribution.templates.internal.files;

import dev.partnerattribution.templates.FileKind;
import dev.partnerattribution.templates.internal.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The templates in a zip package, read into memory. A package may have 10,000 entries; of one at most 16 MiB are read, of
 * all together 64 MiB, whatever the package says of their sizes. Packages in a package are not opened.
 */
public final class ZipPackage {
    public static final int MAX_ENTRIES = 10_000;
    static final int MAX_TOTAL = 64 << 20;

    private final Path path;
    private final String place;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<FoundFile> found = new ArrayList<>();
    private int budget = MAX_TOTAL;

    private ZipPackage(Path path, String place) {
        this.path = path;
        this.place = place;
    }

    /** Returns the package itself, then what it holds, by name. */
    public static List<FoundFile> read(Path path, String place) {
        ZipPackage all = new ZipPackage(path, place);
        try {
            all.open();
        } catch (ZipException broken) {
            return List.of(all.unreadable("", "it is not a zip file, or a broken one: " + broken.getMessage()));
        } catch (IOException e) {
            return List.of(all.unreadable("", Folder.reason(e)));
        }
        return all.found;
    }

    /** Names that are not UTF-8 are those of an old program, which wrote them by the code page of its system. */
    private void open() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            readFrom(zip);
        } catch (ZipException broken) {
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            try (ZipFile zip = new ZipFile(path.toFile(), old)) {
                readFrom(zip);
            }
        }
    }

    private void readFrom(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            found.add(unreadable("", "it has " + zip.size() + " entries, more than " + MAX_ENTRIES));
            return;
        }
        found.add(FoundFile.of(path, "", place, true, () -> Document.ofPackage(path.toString())));
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
            byte[] bytes = in.readNBytes(Math.min(budget, Document.MAX_BYTES) + 1);
            budget -= bytes.length;
            if (budget < 0) {
                found.add(unreadable(
                        entry.getName(),
                        "it and what follows is not read: the package holds more than " + (MAX_TOTAL >> 20)
                                + " MiB of templates"));
                return;
            }
            contents.put(entry.getName(), bytes);
            String name = entry.getName();
            FoundFile file = FoundFile.of(path, name, place + "!/" + name, false, () -> document(name));
            if (file.kind() != FileKind.OTHER) {
                found.add(file);
            }
        } catch (IOException broken) {
            found.add(unreadable(entry.getName(), "this entry of the package can't be read: " + broken.getMessage()));
        }
    }

    private Document document(String entry) {
        byte[] bytes = contents.get(entry);
        return bytes == null
                ? Document.unreadable(name(entry), "it is gone")
                : Document.of(name(entry), bytes, relative -> neighbour(entry, relative));
    }

    private @Nullable Document neighbour(String entry, String relative) {
        String target = Roles.normalized(entry.substring(0, entry.lastIndexOf('/') + 1) + relative);
        return contents.containsKey(target) ? document(target) : null;
    }

    private FoundFile unreadable(String entry, String why) {
        String name = entry.isEmpty() ? path.toString() : name(entry);
        String where = entry.isEmpty() ? place : place + "!/" + entry;
        return FoundFile.of(path, entry, where, true, () -> Document.unreadable(name, why));
    }

    private String name(String entry) {
        return path + "!/" + entry;
    }
}
