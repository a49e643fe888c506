package dev.partnerattribution.internal.program;

import dev.partnerattribution.internal.options.SystemProperties;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The class whose {@code main} this JVM was started with. */
public final class MainClass {
    private static final String SPRING_BOOT = "org.springframework.boot.loader.";

    private MainClass() {}

    /** Its binary name, or null where this JVM does not tell. */
    public static @Nullable String name() {
        String ofModule = SystemProperties.atStart("jdk.module.main.class");
        String command = SystemProperties.atStart("sun.java.command");
        if (ofModule != null || command == null) {
            return ofModule;
        }
        // `java -jar x.jar a b` gives the command "x.jar a b" and the class path "x.jar".
        String classPath = SystemProperties.atStart("java.class.path");
        String jar = classPath == null ? "" : classPath;
        if (!jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " "))) {
            return startedBy(manifest(new File(jar)), true);
        }
        int end = command.indexOf(' ');
        String name = end < 0 ? command : command.substring(0, end);
        return name.startsWith(SPRING_BOOT) ? startedBySpringBoot(jar, name) : name;
    }

    /** Its launcher can be named on the command line too, with the jar, or what was in it, on the class path. */
    private static String startedBySpringBoot(String classPath, String launcher) {
        for (String path : classPath.split(File.pathSeparator, -1)) {
            String started = startedBy(manifest(new File(path.isEmpty() ? "." : path)), false);
            if (started != null) {
                return started;
            }
        }
        return launcher;
    }

    /** Spring Boot's launcher is the Main-Class of its jars; the program's own main stands in Start-Class. */
    private static @Nullable String startedBy(@Nullable Manifest manifest, boolean orItself) {
        if (manifest == null) {
            return null;
        }
        Attributes main = manifest.getMainAttributes();
        String started = main.getValue("Start-Class");
        return started != null || !orItself ? started : main.getValue(Attributes.Name.MAIN_CLASS);
    }

    private static @Nullable Manifest manifest(File path) {
        try {
            if (path.isDirectory()) {
                try (InputStream in = new FileInputStream(new File(path, JarFile.MANIFEST_NAME))) {
                    return new Manifest(in);
                }
            }
            try (JarFile jar = new JarFile(path)) {
                return jar.getManifest();
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
