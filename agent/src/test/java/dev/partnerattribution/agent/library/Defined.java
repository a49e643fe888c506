package dev.partnerattribution.agent.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Defines class files that the JVM verifies, before what another class loader has under the same names. */
final class Defined extends ClassLoader {
    private final Map<String, byte[]> classFiles = new TreeMap<>();

    Defined(ClassLoader parent) {
        super(parent);
    }

    /** By the name that the class file has. */
    Defined with(String name, byte[] classFile) {
        classFiles.put(name, classFile);
        return this;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte @Nullable [] classFile = classFiles.get(name);
            return classFile == null
                    ? super.loadClass(name, resolve)
                    : defineClass(name, classFile, 0, classFile.length);
        }
    }

    /** Has the JVM verify a class; it does so before it tells which methods there are. Nothing of the class runs. */
    void verify(String name) throws ClassNotFoundException {
        assertThat(loadClass(name).getDeclaredMethods()).isNotNull();
    }
}
