package dev.partnerattribution;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The class whose {@code main} this JVM was started with. */
final class MainClass {
    private MainClass() {}

    /** Its binary name, or null where this JVM does not tell. */
    static @Nullable String name() {
        String ofModule = System.getProperty("jdk.module.main.class");
        String command = System.getProperty("sun.java.command");
        if (ofModule != null || command == null) {
            return ofModule;
        }
        // `java -jar x.jar a b` gives the command "x.jar a b" and the class path "x.jar".
        String jar = System.getProperty("java.class.path", "");
        if (!jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " "))) {
            return ofJar(jar);
        }
        int end = command.indexOf(' ');
        return end < 0 ? command : command.substring(0, end);
    }

    private static @Nullable String ofJar(String path) {
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return null;
            }
            Attributes main = manifest.getMainAttributes();
            // Spring Boot's launcher is the Main-Class of its jars; the program's own main stands in Start-Class.
            String started = main.getValue("Start-Class");
            return started != null ? started : main.getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the main class carries the annotation, by name, since an agent sees another copy of it. */
    static boolean isAnnotated(ClassLoader loader) {
        String name = name();
        if (name == null) {
            return false;
        }
        try {
            for (Annotation annotation : Class.forName(name, false, loader).getAnnotations()) {
                if (annotation.annotationType().getName().equals(PartnerAttribution.class.getName())) {
                    return true;
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a main class that this loader can't see is not the one that was annotated
        } catch (RuntimeException e) {
            return false; // getAnnotations throws where an annotation's value names a class that is missing
        }
        return false;
    }
}
