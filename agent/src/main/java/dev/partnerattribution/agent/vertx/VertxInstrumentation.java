package dev.partnerattribution.agent.vertx;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A class that a request is made of. A request is one object, and is sent once. */
abstract class VertxInstrumentation extends LibraryInstrumentation {
    VertxInstrumentation(String type) {
        super(new HelperConnection(Route.VERTX, Repeats.ALWAYS), type);
        helper(VertxHelper.class, HostNames.class.getName());
    }

    /** Until version 3 both classes had one of these methods, and none since. Netty's route sees what those send. */
    @Override
    public final boolean isMeant(byte[] classFile) {
        Names names = new Names();
        new ClassReader(classFile)
                .accept(names, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return !names.areOld;
    }

    /** Of methods. */
    private static final class Names extends ClassVisitor {
        private boolean areOld;

        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            areOld |= name.equals("method") || name.equals("handler");
            return null;
        }
    }
}
