package dev.partnerattribution.cli.doctor.scanning;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the constant text that a method returns. */
final class ReturnedText extends MethodVisitor {
    private final Consumer<String> found;
    private @Nullable String loaded;

    ReturnedText(Consumer<String> found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    @Override
    public void visitLdcInsn(Object value) {
        loaded = value instanceof String text ? text : null;
    }

    @Override
    public void visitInsn(int instruction) {
        if (instruction == Opcodes.ARETURN && loaded != null) {
            found.accept(loaded);
        }
        loaded = null;
    }
}
