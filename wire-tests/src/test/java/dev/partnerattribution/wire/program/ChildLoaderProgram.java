package dev.partnerattribution.wire.program;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Runs the main classes of other programs one after another, each in a class loader of its own, as launchers do, and ends the
 * process. Arguments: the kind of class loader, and a file for each program, the lines of which are system properties as
 * {@code -Dname=value}, its main class, its class path and its arguments.
 *
 * <p>On each of the two streams there is a line {@link #END} after what a program printed.
 */
public final class ChildLoaderProgram {
    /** Ends what a program prints. */
    public static final String END = "---- the program has ended";

    private static final String PROPERTY = "-D";

    /** What class loaders there are. */
    public enum Kind {
        USUAL,
        /** Finds classes, and no files. */
        CLASSES_ONLY
    }

    private ChildLoaderProgram() {}

    public static void main(String[] args) throws Exception {
        Kind kind = Kind.valueOf(args[0]);
        System.setProperty(Sending.FURTHER, "");
        for (int i = 1; i < args.length; i++) {
            run(kind, Files.readAllLines(Paths.get(args[i]), StandardCharsets.UTF_8));
        }
        System.exit(0);
    }

    /** What a program sets for the whole JVM is not seen by those after it. */
    @SuppressWarnings("CatchAndPrintStackTrace") // the test shows what is printed
    private static void run(Kind kind, List<String> program) {
        Properties before = (Properties) System.getProperties().clone();
        int start = 0;
        while (program.get(start).startsWith(PROPERTY)) {
            String[] property =
                    program.get(start++).substring(PROPERTY.length()).split("=", 2);
            System.setProperty(property[0], property[1]);
        }
        try {
            ClassLoader loader = loader(kind, program.get(start + 1));
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(program.get(start))
                    .getMethod("main", String[].class)
                    .invoke(null, (Object)
                            program.subList(start + 2, program.size()).toArray(new String[0]));
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
        }
        System.setProperties(before);
        System.out.println(END);
        System.err.println(END);
    }

    private static ClassLoader loader(Kind kind, String classPath) throws IOException {
        URLClassLoader files = new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader());
        return kind == Kind.USUAL ? files : new ClassesOnly(files);
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
