package dev.partnerattribution.agent.requests;

import dev.partnerattribution.AttributionConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Sees the files of an application but the classes of the agent. Through it the service loader finds a configuration that
 * the annotation processor generated, and defines it against our interface: the application need not have the runtime jar,
 * and none of its own code runs.
 */
final class ApplicationView extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";

    /** In a woven program our interface has another name than the one that the application's file is for. */
    private static final String OURS = SERVICES + AttributionConfiguration.class.getName();

    private static final String PUBLISHED = SERVICES + "dev.partnerattribution.AttributionConfiguration";

    private final ClassLoader application;

    ApplicationView(ClassLoader application) {
        super(ApplicationView.class.getClassLoader());
        this.application = application;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return application.getResources(name.equals(OURS) ? PUBLISHED : name);
    }

    /** Those of the application alone: whether a class of its own is annotated is seen in its file. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return application.getResourceAsStream(name);
    }

    /** What has no file, such as a script that was compiled in memory, and what is the JDK's, is the application's own. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return application.loadClass(name);
        }
        try (InputStream in = application.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                return application.loadClass(name);
            }
            byte[] classFile = Streams.all(in);
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
