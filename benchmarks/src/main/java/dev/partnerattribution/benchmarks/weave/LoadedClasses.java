package dev.partnerattribution.benchmarks.weave;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of a jar, as the JVM takes them without the libraries that it needs. */
final class LoadedClasses {
    private static final String CLASS = ".class";

    private final Map<String, String> refused;

    LoadedClasses(Path jar) throws IOException {
        refused = refused(jar);
    }

    /** What the JVM refuses of another version of this jar, and did not refuse of this one, or for another reason. */
    List<String> lostIn(Path other) throws IOException {
        Map<String, String> now = refused(other);
        now.entrySet().removeAll(refused.entrySet());
        return now.entrySet().stream()
                .map(lost -> lost.getKey() + ": " + lost.getValue() + " was " + refused.get(lost.getKey()))
                .toList();
    }

    /** By the names of classes why the JVM does not link them; to be asked for its constructors a class is linked, hence verified. */
    private static Map<String, String> refused(Path jar) throws IOException {
        Map<String, String> refused = new TreeMap<>();
        URL[] url = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(url, ClassLoader.getPlatformClassLoader());
                JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (name.endsWith(CLASS) && !name.contains("-INF/") && !name.equals("module-info.class")) {
                    String type =
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                    try {
                        Object unused = Class.forName(type, false, loader).getDeclaredConstructors();
                    } catch (ClassNotFoundException | LinkageError e) {
                        refused.put(type, e.getClass().getSimpleName());
                    }
                }
            }
        }
        return refused;
    }
}
