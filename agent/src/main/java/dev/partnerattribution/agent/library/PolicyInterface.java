package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The interface of a library's pipeline policies, and whether ours can live there: in a library newer than all that were
 * tested, or cut down or obfuscated by a tool, calling it could break the requests of the program.
 */
public final class PolicyInterface {
    private final String name;

    PolicyInterface(String name) {
        this.name = name;
    }

    /** @throws UnsupportedLibraryException if our policy would not implement the interface, or could not call the next one */
    void require(@Nullable ClassLoader library) {
        try {
            for (Method method : Class.forName(name, false, library).getMethods()) {
                String called = method.getName();
                if (called.equals("process") || called.equals("processSync")) {
                    method.getParameterTypes()[1].getMethod(called);
                } else if (Modifier.isAbstract(method.getModifiers())) {
                    throw UnsupportedLibraryException.that(
                            name.substring(name.lastIndexOf('.') + 1) + "." + called + " is to be implemented");
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw UnsupportedLibraryException.that(e.toString());
        }
    }
}
