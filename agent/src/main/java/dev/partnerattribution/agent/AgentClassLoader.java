package dev.partnerattribution.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what is in the agent's jar where an application can't find it: jars within it, of our own classes, and of Byte Buddy.
 * Its parent is the bootstrap loader, so that nothing of the application's gets in either.
 */
final class AgentClassLoader extends ClassLoader {
    private static final String PACKAGE = "dev.partnerattribution.agent.";

    /** All classes of ours, and Byte Buddy's reader and writer of class files. */
    private static final String AGENT = "internal/agent.jar";

    /** The rest of Byte Buddy, which only a library's instrumentation needs. */
    private static final String BYTE_BUDDY = "internal/byte-buddy.jar";

    static {
        registerAsParallelCapable();
    }

    private static volatile @Nullable AgentClassLoader ofThisJar;

    /** Read now, as a security manager may forbid it to those for whom a class is loaded later. */
    private static final ProtectionDomain OURS = AgentClassLoader.class.getProtectionDomain();

    private final File jar;

    /** Stays open, as the application's class loader keeps it too. */
    private final ZipFile opened;

    private final StoredJar agent;
    private volatile @Nullable StoredJar byteBuddy;

    private AgentClassLoader(File jar) throws Exception {
        super(null);
        this.jar = jar;
        this.opened = new ZipFile(jar);
        this.agent = stored(AGENT);
    }

    /**
     * The only one of this JVM. It is kept here, so that nothing in {@link Launcher} declares it: who looks for {@code premain}
     * there would load it.
     */
    static AgentClassLoader ofThisJar() throws Exception {
        AgentClassLoader made = ofThisJar;
        if (made == null) {
            AgentClassLoader mine =
                    new AgentClassLoader(file(OURS.getCodeSource().getLocation()));
            made = published(mine);
            if (made != mine) {
                mine.opened.close();
            }
        }
        return made;
    }

    /** What was published first. Not by an AtomicReference, for which the JVM would load nine classes at every start. */
    private static synchronized AgentClassLoader published(AgentClassLoader mine) {
        AgentClassLoader first = ofThisJar;
        if (first == null) {
            ofThisJar = mine;
            return mine;
        }
        return first;
    }

    /** The path of the jar. */
    String path() {
        return jar.getAbsolutePath();
    }

    /** The plain path where it is one: decoding loads several classes, and this runs in programs without Azure too. */
    private static File file(URL location) throws URISyntaxException {
        String path = location.getPath();
        return path.indexOf('%') < 0 ? new File(path) : new File(location.toURI());
    }

    /**
     * Asks {@code Settings}, the one judge of options. A method of two references that returns nothing is called as the
     * JVM calls {@code premain}: any other would make newer JVMs generate classes for the call.
     */
    void ifInOrder(String options, Runnable then) throws Throwable {
        try {
            loadClass("dev.partnerattribution.Settings")
                    .getMethod("ifInOrder", String.class, Runnable.class)
                    .invoke(null, options, then);
        } catch (Exception e) {
            throw cause(e);
        }
    }

    /** Tells the classes inside what the JVM was started with; the first time counts. */
    void keepStart(String options, Map<String, String> properties) throws Throwable {
        try {
            loadClass("dev.partnerattribution.AgentStart")
                    .getMethod("keep", String.class, Map.class)
                    .invoke(null, options, properties);
        } catch (Exception e) {
            throw cause(e);
        }
    }

    /**
     * A new instance of one of the classes inside, which have no class but the JDK's in common with this one.
     *
     * @param name its name below this package
     */
    Object make(String name) throws Throwable {
        try {
            return loadClass(PACKAGE + name).getConstructor().newInstance();
        } catch (Exception e) {
            throw cause(e);
        }
    }

    /** Of what reflection wraps. Nobody catches InvocationTargetException here: the JVM would load it at every start. */
    private static Throwable cause(Exception e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = classFile(name.replace('.', '/') + ".class");
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, OURS);
    }

    /** Class files are read also as what they are: those of advice, and those that are injected into libraries. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] classFile = classFile(name);
        return classFile == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(classFile);
    }

    private byte @Nullable [] classFile(String name) {
        byte[] own = agent.read(name);
        return own == null && name.startsWith("net/bytebuddy/") ? byteBuddy().read(name) : own;
    }

    /** Of two that read it at once each reads all of it; no lock is held. */
    private StoredJar byteBuddy() {
        StoredJar read = byteBuddy;
        if (read == null) {
            read = stored(BYTE_BUDDY);
            byteBuddy = read;
        }
        return read;
    }

    private StoredJar stored(String name) {
        try {
            ZipEntry entry = opened.getEntry(name);
            byte[] bytes = new byte[(int) entry.getSize()];
            try (InputStream in = opened.getInputStream(entry)) {
                int length = 0;
                for (int n = in.read(bytes); n > 0; n = in.read(bytes, length, bytes.length - length)) {
                    length += n;
                }
            }
            return new StoredJar(bytes);
        } catch (Exception e) { // not IOException: to verify that, the JVM would load it at every start
            throw new RuntimeException("can't read " + jar, e);
        }
    }
}
