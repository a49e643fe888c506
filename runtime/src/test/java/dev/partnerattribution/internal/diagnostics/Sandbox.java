package dev.partnerattribution.internal.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JVM as it is when a program starts: no property of ours set, nothing said yet, stderr recorded, a context class loader
 * for which nothing was found out yet. Puts everything back after the test. Its tests lock {@link org.junit.jupiter.api.parallel.Resources#SYSTEM_PROPERTIES} and SYSTEM_ERR.
 */
public final class Sandbox implements BeforeEachCallback, AfterEachCallback {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private PrintStream stderr;
    private Properties properties;
    private ClassLoader context;

    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    public void enter() {
        stderr = System.err;
        properties = System.getProperties();
        Properties copy = new Properties();
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith("partner.attribution.")) {
                copy.setProperty(name, properties.getProperty(name));
            }
        }
        System.setProperties(copy);
        Diagnostics.SAID_HERE.clear();
        written.reset();
        System.setErr(new PrintStream(written, true, UTF_8));
        context = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(context) {});
    }

    public void leave() {
        Thread.currentThread().setContextClassLoader(context);
        System.setErr(stderr);
        System.setProperties(properties);
    }

    /**
     * Denies every property, as a security manager does.
     *
     * @param message of the exception; where no property can hold it, what was said is remembered by the classes that said it
     */
    public static void forbidProperties(String message) {
        System.setProperties(new Forbidden(message));
    }

    /** What was printed on stderr so far, line by line. */
    public List<String> said() {
        return written.toString(UTF_8).lines().toList();
    }

    private static final class Forbidden extends Properties {
        private static final long serialVersionUID = 1L;

        private final String message;

        Forbidden(String message) {
            this.message = message;
        }

        @Override
        public Set<String> stringPropertyNames() {
            throw new SecurityException(message);
        }

        @Override
        public String getProperty(String name, String otherwise) {
            throw new SecurityException(message);
        }
    }
}
