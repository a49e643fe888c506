package dev.partnerattribution.agent.inside;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * A class file with a {@link Handover} in the method of a hook.
 *
 * <p>Of Byte Buddy it uses the class reader and writer only. Advice would do the same for more than ten times the loaded
 * classes, which every program that a route concerns would pay for at start.
 */
final class Instrumented extends ClassVisitor {
    private final Hook hook;
    private final Set<String> found = new HashSet<>();
    private int version;
    private String className = "";

    Instrumented(Hook hook) {
        super(Opcodes.ASM9);
        this.hook = hook;
    }

    /** @throws Unknown if the class lacks such a method */
    byte[] of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        cv = writer;
        reader.accept(this, 0);
        if (found.size() < hook.methods()) {
            throw new Unknown(className.replace('/', '.') + " has no " + hook.wanted());
        }
        return writer.toByteArray();
    }

    @Override
    public void visit(
            int ofClassFile,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        version = ofClassFile;
        className = name;
        super.visit(ofClassFile, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        if (!hasCode || !hook.isAt(name, descriptor)) {
            return method;
        }
        found.add(name);
        return new Handover(method, hook, new MethodEntry(version, className, access, name, descriptor));
    }
}
