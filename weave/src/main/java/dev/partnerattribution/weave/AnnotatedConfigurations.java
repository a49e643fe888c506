package dev.partnerattribution.weave;

import dev.partnerattribution.AttributionConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What was generated for annotated classes of a program: it implements an interface of the runtime's, and so that our classes in
 * the woven program know it, the same as it is called there.
 */
final class AnnotatedConfigurations {
    private static final String PUBLISHED =
            AttributionConfiguration.class.getName().replace('.', '/');

    /** At the end of what the processor generates. */
    private static final String END = "Attribution";

    private AnnotatedConfigurations() {}

    /** Returns the class file of such a class with the other interface, and any other as it is. */
    static byte[] known(String type, byte[] classFile) {
        if (!type.endsWith(END)) {
            return classFile;
        }
        ClassReader reader = new ClassReader(classFile);
        List<String> interfaces = new ArrayList<>(Arrays.asList(reader.getInterfaces()));
        String woven = OwnNames.woven(PUBLISHED);
        if (!interfaces.contains(PUBLISHED) || interfaces.contains(woven)) {
            return classFile;
        }
        interfaces.add(woven);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Implementing(writer, interfaces.toArray(new String[0])), 0);
        return writer.toByteArray();
    }

    private static final class Implementing extends ClassVisitor {
        private final String[] implemented;

        Implementing(ClassVisitor next, String... implemented) {
            super(Opcodes.ASM9, next);
            this.implemented = implemented;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] before) {
            super.visit(version, access, name, signature, superName, implemented);
        }
    }
}
