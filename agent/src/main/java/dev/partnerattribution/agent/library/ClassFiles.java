package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.requests.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** The class files of our own classes, under other names. */
final class ClassFiles {
    private ClassFiles() {}

    /** Of the class of this name. Names have slashes; those of a library that was relocated are replaced, and are in strings too. */
    static byte[] renamed(String original, Map<String, String> names, Relocation relocation) {
        ClassWriter writer = new ClassWriter(0);
        Remapper renaming = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return names.containsKey(name) ? names.get(name) : relocation.map(name);
            }

            @Override
            public Object mapValue(Object value) {
                return value instanceof String ? relocation.mapDotted((String) value) : super.mapValue(value);
            }
        };
        new ClassReader(read(original)).accept(new ClassRemapper(writer, renaming), 0);
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
