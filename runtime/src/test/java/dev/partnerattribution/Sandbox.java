package dev.partnerattribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JVM as it is when a program starts: no property of ours set, nothing said yet, stderr recorded. Puts everything back
 * after the test. Its tests lock {@link org.junit.jupiter.api.parallel.Resources#SYSTEM_PROPERTIES} and SYSTEM_ERR.
 */
public final class Sandbox implements BeforeEachCallback, AfterEachCallback {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private PrintStream stderr;
    private Properties properties;

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
        written.reset();
        System.setErr(new PrintStream(written, true, UTF_8));
    }

    public void leave() {
        System.setErr(stderr);
        System.setProperties(properties);
    }

    /** What was printed on stderr so far, line by line. */
    public List<String> said() {
        return written.toString(UTF_8).lines().toList();
    }
}
