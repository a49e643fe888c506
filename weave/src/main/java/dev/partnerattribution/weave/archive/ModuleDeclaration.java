package dev.partnerattribution.weave.archive;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ModuleVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The declaration of a named module, which may list its packages: of one that does not, Java looks which there are. */
final class ModuleDeclaration {
    private ModuleDeclaration() {}

    /** The same with further packages, in their form with slashes, where it lists any. */
    static byte[] with(Set<String> packages, byte[] moduleInfo) {
        ClassReader reader = OpenedClassReader.of(moduleInfo);
        ClassWriter writer = new ClassWriter(reader, 0);
        Added added = new Added(writer, packages);
        reader.accept(added, 0);
        return added.listed ? writer.toByteArray() : moduleInfo;
    }

    private static final class Added extends ClassVisitor {
        private final Set<String> packages;
        private boolean listed;

        Added(ClassVisitor next, Set<String> packages) {
            super(OpenedClassReader.ASM_API, next);
            this.packages = packages;
        }

        @Override
        public @Nullable ModuleVisitor visitModule(String name, int access, @Nullable String version) {
            return new ModuleVisitor(api, super.visitModule(name, access, version)) {
                @Override
                public void visitPackage(String packaze) {
                    listed = true;
                    super.visitPackage(packaze);
                }

                @Override
                public void visitEnd() {
                    if (listed) {
                        packages.forEach(super::visitPackage);
                    }
                    super.visitEnd();
                }
            };
        }
    }
}
