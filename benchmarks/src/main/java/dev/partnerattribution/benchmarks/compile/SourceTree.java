package dev.partnerattribution.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Made-up sources: classes in packages of 25, each with fields, methods and uses of others; the first is annotated. */
final class SourceTree {
    private static final int CLASSES_PER_PACKAGE = 25;

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private SourceTree(Path root) {
        this.root = root;
    }

    static SourceTree write(Path root, int classes) {
        SourceTree tree = new SourceTree(root);
        try {
            for (int i = 0; i < classes; i++) {
                tree.write(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** All of them. */
    List<Path> files() {
        return files;
    }

    private void write(int i) throws IOException {
        Path file = root.resolve(packageOf(i).replace('.', '/')).resolve("Service" + i + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source(i));
        files.add(file);
    }

    private static String packageOf(int i) {
        return "sample.part" + i / CLASSES_PER_PACKAGE;
    }

    private static String source(int i) {
        String annotation = i == 0
                ? "@dev.partnerattribution.PartnerAttribution(guid = \"7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63\")\n"
                : "";
        String other = i == 0 ? "Service0" : packageOf(i - 1) + ".Service" + (i - 1);
        return """
                package %s;

                import java.util.List;
                import java.util.Map;
                import java.util.stream.Collectors;

                %spublic class Service%d {
                    private final Map<String, Integer> stock = new java.util.TreeMap<>();

                    public Service%d add(String name, int count) {
                        stock.merge(name, count, Integer::sum);
                        return this;
                    }

                    public List<String> names(int atLeast) {
                        return stock.entrySet().stream()
                                .filter(entry -> entry.getValue() >= atLeast)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toList());
                    }

                    public int total(%s other) {
                        int total = 0;
                        for (int count : stock.values()) {
                            total += count;
                        }
                        return other == null ? total : total + other.names(1).size();
                    }
                }
                """
                .formatted(packageOf(i), annotation, i, i, other);
    }
}
