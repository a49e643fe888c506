package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.requests.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/** The class files of our own classes, under other names. */
final class ClassFiles {
    private ClassFiles() {}

    /** Of the class of this name. Names have slashes. */
    static byte[] renamed(String original, Map<String, String> names) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(read(original)).accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names)), 0);
        return writer.toByteArray();
    }

    private static byte[] read(String name) {
        try (InputStream in = ClassFiles.class.getClassLoader().getResourceAsStream(name + ".class")) {
            if (in == null) {
                throw new LinkageError("there is no class file of " + name);
            }
            return Streams.all(in);
        } catch (IOException e) {
            throw new LinkageError(e.toString(), e);
        }
    }
}
