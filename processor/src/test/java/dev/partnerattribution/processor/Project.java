package dev.partnerattribution.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources on disk, for what compile-testing's memory can't do: named modules, other compilers, running the program. */
record Project(Path root) {

    Project source(String path, String text) {
        try {
            Path file = root.resolve("src").resolve(path);
            Files.createDirectories(file.getParent());
            Files.createDirectories(classes());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All sources, in the order of their paths. */
    List<Path> sources() {
        return files(root.resolve("src"));
    }

    Path classes() {
        return root.resolve("classes");
    }

    /** What the compilation left, relative to {@link #classes()}, with slashes. */
    List<String> output() {
        return files(classes()).stream()
                .map(file -> classes().relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    String read(String output) {
        try {
            return Files.readString(classes().resolve(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles on the running JDK with the processor, and returns what the compiler said. */
    List<Note> compile(String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-d", classes().toString()));
        all.addAll(List.of(options));
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, said, all, null, files.getJavaFileObjectsFromPaths(sources()));
            task.setProcessors(List.of(new PartnerAttributionProcessor()));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.getDiagnostics().stream().map(Note::of).toList();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
