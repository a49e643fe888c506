package dev.partnerattribution.wire.program;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs other programs as a server does: each in a class loader of its own, whose parent is the platform's. Arguments:
 * the name of the program's class, the argument for it, and a class path for each loader to run it in.
 */
public final class LoaderProgram {
    private LoaderProgram() {}

    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (String classPath : Arrays.asList(args).subList(2, args.length)) {
            loaders.add(run(args[0], args[1], classPath));
        }
        for (WeakReference<ClassLoader> loader : loaders) {
            System.out.println(isCollected(loader) ? "collected" : "kept");
        }
        System.exit(0);
    }

    private static WeakReference<ClassLoader> run(String program, String argument, String classPath) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(program).getMethod("run", String[].class).invoke(null, (Object) new String[] {argument});
            return new WeakReference<>(loader);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return reference.get() == null;
    }

    private static URL[] urls(String classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(new URL[0]);
    }
}
