package dev.partnerattribution.wire.program;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the main class of another program in a class loader of its own, as launchers do. Arguments: the kind of class loader,
 * the class, the class path for it, and its arguments.
 */
public final class ChildLoaderProgram {
    /** What class loaders there are. */
    public enum Kind {
        USUAL,
        /** Finds classes, and no files. */
        CLASSES_ONLY
    }

    private ChildLoaderProgram() {}

    public static void main(String[] args) throws Exception {
        URLClassLoader files = new URLClassLoader(urls(args[2]), ClassLoader.getPlatformClassLoader());
        ClassLoader loader = Kind.valueOf(args[0]) == Kind.USUAL ? files : new ClassesOnly(files);
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass(args[1]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 3, args.length));
    }

    private static URL[] urls(String classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static final class ClassesOnly extends ClassLoader {
        private final URLClassLoader files;

        ClassesOnly(URLClassLoader files) {
            super(ClassLoader.getPlatformClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            URL file = files.findResource(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openStream()) {
                ByteArrayOutputStream classFile = new ByteArrayOutputStream();
                in.transferTo(classFile);
                return defineClass(name, classFile.toByteArray(), 0, classFile.size());
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
