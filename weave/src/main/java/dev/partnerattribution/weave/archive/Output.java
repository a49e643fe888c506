package dev.partnerattribution.weave.archive;

import dev.partnerattribution.templates.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a woven program is written to. */
public final class Output {
    private static final SecureRandom NAMES = new SecureRandom();

    private final Path path;

    private Output(Path path) {
        this.path = path;
    }

    /** What one input becomes. */
    interface Target {
        /** Where a folder is to be made. */
        Path folder();

        /** Makes a file. */
        void file(WholeFile.Content content) throws IOException;
    }

    /** Writes one of the inputs. */
    interface Writer {
        void write(int input, Target target) throws IOException;
    }

    /**
     * Looks whether something may be written there.
     *
     * @param mayReplace whether a file that is there is replaced
     * @throws WeaveException if it is one of the inputs, holds one or lies in one, or is there and may not be replaced
     */
    public static Output of(Path path, List<Path> inputs, boolean mayReplace) throws WeaveException {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw WeaveException.file(path + ": there is no folder " + parent + ": make it first");
        }
        try {
            for (Path input : inputs) {
                refuseInput(
                        path,
                        Files.exists(path)
                                ? path.toRealPath()
                                : parent.toRealPath().resolve(absolute.getFileName()),
                        input);
            }
            if (Files.exists(path)) {
                refuseToReplace(path, inputs, mayReplace);
            }
        } catch (IOException e) {
            throw WeaveException.file(path + ": it can't be looked at: " + e.getMessage());
        }
        return new Output(path);
    }

    private static void refuseInput(Path path, Path target, Path input) throws IOException, WeaveException {
        if (!Files.exists(input)) {
            return;
        }
        Path real = input.toRealPath();
        if (real.equals(target)) {
            throw WeaveException.usage(
                    path + " is what is to be woven: it stays as it is, so give the output another name");
        }
        if (Files.isDirectory(real) && target.startsWith(real)) {
            throw WeaveException.usage(
                    path + " lies in " + input + ", which is to be woven: name a place outside of it");
        }
        if (Files.isDirectory(target) && real.startsWith(target)) {
            throw WeaveException.usage(path + " holds " + input + ", which is to be woven: name another folder");
        }
    }

    private static void refuseToReplace(Path path, List<Path> inputs, boolean mayReplace)
            throws IOException, WeaveException {
        boolean toFolder = inputs.size() > 1 || Files.isDirectory(inputs.get(0));
        if (toFolder) {
            try (Stream<Path> content = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
                if (content.findAny().isPresent()) {
                    throw WeaveException.usage(
                            path + " is there already: a folder is never replaced; delete it, or name another");
                }
            }
        } else if (Files.isDirectory(path)) {
            throw WeaveException.usage(path + " is a folder: name the file to be written");
        } else if (!mayReplace && Files.isRegularFile(path)) {
            throw WeaveException.usage(path + " is there already: --force replaces it");
        }
    }

    /** Writes all inputs, and returns where they are. */
    List<Path> write(List<Path> inputs, Writer writer) throws IOException {
        if (inputs.size() > 1) {
            return inFolder(folder -> several(inputs, folder, writer));
        }
        if (Files.isDirectory(inputs.get(0))) {
            return inFolder(folder -> {
                writer.write(0, new Written(folder));
                return List.of(folder);
            });
        }
        boolean isNew = !Files.exists(path);
        writer.write(0, new Written(path));
        if (isNew) {
            samePermissions(inputs.get(0), path);
        }
        return List.of(path);
    }

    private static List<Path> several(List<Path> inputs, Path folder, Writer writer) throws IOException {
        Files.createDirectory(folder);
        List<Path> written = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            Path target = folder.resolve(name(inputs, i, taken));
            Files.createDirectories(target.getParent());
            writer.write(i, new Written(target));
            written.add(target);
        }
        return written;
    }

    /** Below the first input's folder as there, so that manifests which name others stay true; else by the last name. */
    private static Path name(List<Path> inputs, int input, Set<Path> taken) {
        Path home = inputs.get(0).toAbsolutePath().normalize().getParent();
        Path file = inputs.get(input).toAbsolutePath().normalize();
        Path name = home != null && file.startsWith(home) ? home.relativize(file) : file.getFileName();
        Path free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.resolveSibling(i + "-" + name.getFileName());
        }
        return free;
    }

    private interface Filling {
        List<Path> fill(Path folder) throws IOException;
    }

    /** Fills a folder beside, and then gives it its name. */
    private List<Path> inFolder(Filling filling) throws IOException {
        Path target = path.toAbsolutePath().normalize();
        Path beside =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(NAMES.nextLong()) + ".tmp");
        try {
            List<Path> written = filling.fill(beside);
            Files.deleteIfExists(target);
            Files.move(beside, target);
            return written.stream()
                    .map(file -> path.resolve(beside.relativize(file).toString()))
                    .toList();
        } finally {
            delete(beside);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** An archive that can be started by its name stays one. */
    private static void samePermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private record Written(Path folder) implements Target {
        @Override
        public void file(WholeFile.Content content) throws IOException {
            WholeFile.write(folder, content);
        }
    }
}
