package dev.partnerattribution.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads what is inside the agent jar under other names than an application could find: our own classes as {@code
 * inside/….classdata}, and Byte Buddy in one nested jar, which is opened when the first of its classes is needed. Its
 * parent is the bootstrap loader, so that nothing of the application's gets in either.
 */
final class AgentClassLoader extends ClassLoader {
    private static final String OWN = "inside/";
    private static final String BYTE_BUDDY = "inside/byte-buddy.jar";
    private static final String PACKAGE = "dev.partnerattribution.agent.inside.";

    static {
        registerAsParallelCapable();
    }

    private final File jar;
    private @Nullable Map<String, byte[]> byteBuddy;

    private AgentClassLoader(File jar) {
        super(null);
        this.jar = jar;
    }

    static AgentClassLoader ofThisJar() throws Exception {
        return new AgentClassLoader(new File(AgentClassLoader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
    }

    /** A new instance of one of the classes inside, which have no class but the JDK's in common with this one. */
    Object make(String simpleName) throws Exception {
        return loadClass(PACKAGE + simpleName).getConstructor().newInstance();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = classFile(name.replace('.', '/'));
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length, AgentClassLoader.class.getProtectionDomain());
    }

    /** Class files too are found under their usual name: instrumentation reads those of its advice. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] classFile =
                name.endsWith(".class") ? classFile(name.substring(0, name.length() - ".class".length())) : null;
        return classFile == null ? null : new ByteArrayInputStream(classFile);
    }

    private byte @Nullable [] classFile(String name) {
        try {
            return name.startsWith("net/bytebuddy/") ? byteBuddy().get(name + ".class") : own(name);
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + jar, e);
        }
    }

    private byte @Nullable [] own(String name) throws IOException {
        try (JarFile opened = new JarFile(jar)) {
            ZipEntry entry = opened.getEntry(OWN + name + ".classdata");
            return entry == null ? null : allOf(opened.getInputStream(entry));
        }
    }

    private synchronized Map<String, byte[]> byteBuddy() throws IOException {
        if (byteBuddy == null) {
            byteBuddy = unpacked();
        }
        return byteBuddy;
    }

    private Map<String, byte[]> unpacked() throws IOException {
        Map<String, byte[]> classFiles = new HashMap<>();
        try (JarFile opened = new JarFile(jar);
                ZipInputStream nested = new ZipInputStream(opened.getInputStream(opened.getEntry(BYTE_BUDDY)))) {
            for (ZipEntry entry = nested.getNextEntry(); entry != null; entry = nested.getNextEntry()) {
                classFiles.put(entry.getName(), allOf(nested));
            }
        }
        return classFiles;
    }

    private static byte[] allOf(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
