package dev.partnerattribution.agent.inside;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;

/**
 * Sees the files of an application but the classes of the agent. Through it the service loader finds a configuration that
 * the annotation processor generated, and defines it against our interface: the application need not have the runtime jar,
 * and none of its own code runs.
 */
final class ApplicationView extends ClassLoader {
    private final ClassLoader application;

    ApplicationView(ClassLoader application) {
        super(ApplicationView.class.getClassLoader());
        this.application = application;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return application.getResources(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = application.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] classFile = Bytes.all(in);
            return defineClass(name, classFile, 0, classFile.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
