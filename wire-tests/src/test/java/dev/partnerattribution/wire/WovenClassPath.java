package dev.partnerattribution.wire;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.weave.ClassFiles;
import dev.partnerattribution.weave.Note;
import dev.partnerattribution.weave.ProgramWeaver;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.Weaver;
import dev.partnerattribution.weave.Woven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A class path whose classes are woven, each jar and folder of it by itself. */
public final class WovenClassPath {
    private static final String CLASS = ".class";

    /** Of classes that are changed they would not be true any more. */
    private static final String SIGNATURE = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)";

    private final List<Path> entries = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private WovenClassPath() {}

    /** Weaves this class path with a tracking ID; what changes is written into a folder. */
    public static WovenClassPath of(List<Path> classPath, String guid, Path folder) {
        try {
            WovenClassPath woven = new WovenClassPath();
            woven.weave(classPath, guid, folder);
            return woven;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void weave(List<Path> classPath, String guid, Path folder) throws IOException {
        Weaver weaver = new ProgramWeaver();
        Map<String, byte[]> program = new HashMap<>();
        List<Map<String, byte[]>> units = new ArrayList<>();
        for (Path entry : classPath) {
            units.add(read(entry));
            program.putAll(units.get(units.size() - 1));
        }
        for (int i = 0; i < units.size(); i++) {
            Woven woven = weaver.weave(classFiles(units.get(i)), classFiles(program));
            notes.addAll(woven.notes());
            if (woven.changed().isEmpty()) {
                entries.add(classPath.get(i));
            } else {
                units.get(i).putAll(woven.changed());
                units.get(i).putAll(woven.added());
                entries.add(written(folder.resolve(i + ".jar"), units.get(i)));
            }
        }
        entries.add(written(folder.resolve("runtime.jar"), weaver.runtime(new WeaveOptions(TrackingId.ofGuid(guid)))));
    }

    /** The woven jars, those that nothing applies to, and what runs in a woven program. */
    public List<Path> entries() {
        return entries;
    }

    /** What could not be woven. */
    public List<Note> problems() {
        return notes.stream().filter(note -> note.problem() != null).toList();
    }

    private static ClassFiles classFiles(Map<String, byte[]> unit) {
        List<String> names = unit.keySet().stream()
                .filter(name -> name.endsWith(CLASS) && !name.contains("-"))
                .map(name -> name.substring(0, name.length() - CLASS.length()))
                .sorted()
                .toList();
        return new ClassFiles() {
            @Override
            public Collection<String> names() {
                return names;
            }

            @Override
            public byte[] find(String name) {
                return unit.get(name + CLASS);
            }
        };
    }

    private static Map<String, byte[]> read(Path entry) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    contents.put(entry.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return contents;
        }
        try (ZipFile zip = new ZipFile(entry.toFile())) {
            for (ZipEntry each : Collections.list(zip.entries())) {
                if (!each.isDirectory() && !each.getName().matches(SIGNATURE)) {
                    contents.put(each.getName(), zip.getInputStream(each).readAllBytes());
                }
            }
        }
        return contents;
    }

    private static Path written(Path jar, Map<String, byte[]> contents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return jar;
    }
}
