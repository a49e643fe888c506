package dev.partnerattribution.benchmarks.weave;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of a jar, and which of them the JVM does not take. */
final class LoadedClasses {
    private static final String CLASS = ".class";

    private final Map<String, Long> sums = new TreeMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    private LoadedClasses() {}

    /** To be asked for its constructors each is linked, hence verified; what they need of others is looked for there. */
    static LoadedClasses of(Path jar, ClassLoader others) throws IOException {
        LoadedClasses classes = new LoadedClasses();
        try (Loader loader = new Loader(jar, others);
                JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (name.endsWith(CLASS) && !name.contains("-INF/") && !name.equals("module-info.class")) {
                    String type =
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                    classes.sums.put(type, entry.getCrc());
                    classes.load(type, loader);
                }
            }
        }
        return classes;
    }

    private void load(String type, ClassLoader loader) {
        try {
            Object unused = Class.forName(type, false, loader).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError | SecurityException e) {
            refused.put(type, e.getClass().getSimpleName());
        }
    }

    /** What the JVM refuses of another version of this jar, and did not refuse of this one, or for another reason. */
    List<String> lostIn(LoadedClasses other) {
        Map<String, String> now = new TreeMap<>(other.refused);
        now.entrySet().removeAll(refused.entrySet());
        return now.entrySet().stream()
                .map(lost -> lost.getKey() + ": " + lost.getValue() + " was " + refused.get(lost.getKey()))
                .toList();
    }

    /** Those that are not the same in another version of this jar. */
    Set<String> changedIn(LoadedClasses other) {
        Set<String> changed = new TreeSet<>(sums.keySet());
        changed.removeIf(type -> Objects.equals(sums.get(type), other.sums.get(type)));
        return changed;
    }

    Set<String> refused() {
        return refused.keySet();
    }

    /** Of a jar first, and of others what it lacks. */
    private static final class Loader extends URLClassLoader {
        private final ClassLoader others;

        Loader(Path jar, ClassLoader others) throws MalformedURLException {
            super(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            this.others = others;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                return super.findClass(name);
            } catch (ClassNotFoundException e) {
                return others.loadClass(name);
            }
        }
    }
}
