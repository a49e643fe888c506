package dev.partnerattribution.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what is in the agent's jar where an application can't find it: jars within it, of the runtime; of the engine and the
 * JDK's routes with Byte Buddy's reader and writer of class files; and of what only libraries and receipts need, with the rest of
 * Byte Buddy.
 * Its parent is the bootstrap loader, so that nothing of the application's gets in either.
 */
final class AgentClassLoader extends ClassLoader {
    private static final String PACKAGE = "dev.partnerattribution.agent.";

    /** The same, as names of class files have it. */
    private static final String FOLDER = "dev/partnerattribution/agent/";

    private static final String RUNTIME = "internal/runtime.jar";
    private static final String ENGINE = "internal/engine.jar";
    private static final String LIBRARIES = "internal/libraries.jar";

    private static final int END_OF_DIRECTORY = 22;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int LOCAL_ENTRY = 30;

    static {
        registerAsParallelCapable();
    }

    private static volatile @Nullable AgentClassLoader ofThisJar;

    /** Read now, as a security manager may forbid it to those for whom a class is loaded later. */
    private static final ProtectionDomain OURS = AgentClassLoader.class.getProtectionDomain();

    private final File jar;

    /** Stays open, as the application's class loader keeps it too. */
    private final ZipFile opened;

    /** By the name of a jar within, what is in it, by name; read when it is needed. */
    private final Map<String, Map<String, byte[]>> jars = new ConcurrentHashMap<>();

    private AgentClassLoader(File jar) throws Exception {
        super(null);
        this.jar = jar;
        this.opened = new ZipFile(jar);
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
     * Asks {@code OptionSource}, and so {@code Settings}, the one judge of options. A method of two references that returns
     * nothing is called as the JVM calls {@code premain}: any other would make newer JVMs generate classes for the call.
     */
    void ifInOrder(String options, Runnable then) throws Throwable {
        try {
            loadClass("dev.partnerattribution.internal.options.OptionSource")
                    .getMethod("ifInOrder", String.class, Runnable.class)
                    .invoke(null, options, then);
        } catch (Exception e) {
            throw cause(e);
        }
    }

    /** Tells the classes inside what the JVM was started with; the first time counts. */
    void keepStart(String options, Map<String, String> properties) throws Throwable {
        try {
            loadClass("dev.partnerattribution.internal.options.AgentStart")
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

    /** Unwraps what reflection throws. No code here catches InvocationTargetException: the JVM would load that class at every start. */
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

    /** Options are checked at every start, by what is in the first jar: the others are left alone until they are needed. */
    private byte @Nullable [] classFile(String name) {
        boolean isOfRuntime = name.startsWith("dev/") && !name.startsWith(FOLDER);
        byte[] found = inner(isOfRuntime ? RUNTIME : ENGINE).get(name);
        return found == null && name.endsWith(".class") ? inner(LIBRARIES).get(name) : found;
    }

    /** Of two that read it at once each reads all of it; no lock is held. */
    private Map<String, byte[]> inner(String jar) {
        Map<String, byte[]> read = jars.get(jar);
        if (read == null) {
            read = contents(jar);
            jars.put(jar, read);
        }
        return read;
    }

    private Map<String, byte[]> contents(String name) {
        try {
            ZipEntry entry = opened.getEntry(name);
            byte[] bytes = new byte[(int) entry.getSize()];
            try (InputStream in = opened.getInputStream(entry)) {
                int length = 0;
                for (int n = in.read(bytes); n > 0; n = in.read(bytes, length, bytes.length - length)) {
                    length += n;
                }
            }
            return entries(bytes);
        } catch (Exception e) { // not IOException: to verify that, the JVM would load it at every start
            throw new RuntimeException("can't read " + jar, e);
        }
    }

    /**
     * The entries of a jar without a comment that are stored as they are. All classes lie in one entry of the agent's jar, since
     * to find and inflate dozens one by one is a good part of what the agent costs at start, and so would be the JDK's reader of
     * a jar in memory, with what it loads.
     */
    private static Map<String, byte[]> entries(byte[] jar) {
        int end = jar.length - END_OF_DIRECTORY;
        int count = u2(jar, end + 10);
        Map<String, byte[]> entries = new HashMap<>(count * 2);
        int at = u4(jar, end + 16);
        for (int i = 0; i < count; i++) {
            int name = u2(jar, at + 28);
            int local = u4(jar, at + 42);
            int start = local + LOCAL_ENTRY + u2(jar, local + 26) + u2(jar, local + 28);
            entries.put(
                    ascii(jar, at + DIRECTORY_ENTRY, name), Arrays.copyOfRange(jar, start, start + u4(jar, at + 24)));
            at += DIRECTORY_ENTRY + name + u2(jar, at + 30) + u2(jar, at + 32);
        }
        return entries;
    }

    @SuppressWarnings("deprecation") // exact for names of classes, which are ASCII, and needs no charset
    private static String ascii(byte[] bytes, int start, int length) {
        return new String(bytes, 0, start, length);
    }

    private static int u2(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static int u4(byte[] bytes, int at) {
        return u2(bytes, at) | u2(bytes, at + 2) << 16;
    }
}
