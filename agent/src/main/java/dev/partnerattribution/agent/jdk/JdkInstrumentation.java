package dev.partnerattribution.agent.jdk;

import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.internal.options.Route;
import java.security.ProtectionDomain;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A definition for a class of the JDK: calls of the agent in some of its methods. */
public abstract class JdkInstrumentation extends TypeInstrumentation {
    private final MethodEntry[] entries;

    protected JdkInstrumentation(Route route, String type, MethodEntry... entries) {
        super(route, type);
        this.entries = entries;
    }

    @Override
    public final byte[] applyTo(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        return applied(reader, new OwnBridge(reader.getClassName()));
    }

    @Override
    public final byte[] applyToLoaded(byte[] classFile) {
        return applied(new ClassReader(classFile), new LoadedBridge());
    }

    /** All methods but those of the entries are copied as they are. */
    private byte[] applied(ClassReader reader, Bridge bridge) {
        ClassWriter writer = new ClassWriter(reader, 0);
        Entering entering = new Entering(writer, bridge, reader.getClassName(), entries);
        reader.accept(entering, 0);
        entering.requireAll();
        return writer.toByteArray();
    }

    /** The JDK sees the bridge without that. */
    @Override
    protected final void link(@Nullable ClassLoader loader, String type, @Nullable ProtectionDomain domain) {
        // nothing
    }

    @Override
    protected final boolean bringsBridge() {
        return true;
    }

    @Override
    protected final @Nullable Function<@Nullable Object[], @Nullable Object> answererOf(Object key) {
        for (MethodEntry entry : entries) {
            if (entry.key().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    private static final class Entering extends ClassVisitor {
        private final Bridge bridge;
        private final String type;
        private final MethodEntry[] entries;
        private final boolean[] found;

        Entering(ClassVisitor next, Bridge bridge, String type, MethodEntry... entries) {
            super(Opcodes.ASM9, next);
            this.bridge = bridge;
            this.type = type;
            this.entries = entries;
            this.found = new boolean[entries.length];
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (int i = 0; i < entries.length; i++) {
                if (entries[i].isAt(name, descriptor)) {
                    found[i] = true;
                    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
                    return new EnteredMethod(next, entries[i], bridge, type, isStatic, descriptor);
                }
            }
            return next;
        }

        @Override
        public void visitEnd() {
            bridge.addTo(cv);
            super.visitEnd();
        }

        void requireAll() {
            for (int i = 0; i < entries.length; i++) {
                if (!found[i]) {
                    throw UnsupportedLibraryException.that(type.replace('/', '.') + " has no " + entries[i].wanted());
                }
            }
        }
    }

    private static final class EnteredMethod extends MethodVisitor {
        private final MethodEntry entry;
        private final Bridge bridge;
        private final String type;
        private final boolean isStatic;
        private final String descriptor;

        EnteredMethod(
                MethodVisitor next,
                MethodEntry entry,
                Bridge bridge,
                String type,
                boolean isStatic,
                String descriptor) {
            super(Opcodes.ASM9, next);
            this.entry = entry;
            this.bridge = bridge;
            this.type = type;
            this.isStatic = isStatic;
            this.descriptor = descriptor;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (!entry.isAtReturn()) {
                write();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (entry.isAtReturn() && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                write();
            }
            super.visitInsn(opcode);
        }

        private void write() {
            entry.write(new AgentCall(mv, bridge, type, isStatic, descriptor).begin(entry.key()));
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + AgentCall.STACK, locals + 1);
        }
    }
}
