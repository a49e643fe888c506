package dev.partnerattribution.agent.library;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A public method of a library against which nothing can be compiled: its types have other names in other versions, or need a newer
 * Java. Injected with the helpers that call it. What a library lacks is a {@link LinkageError}, as it is for those that are
 * compiled. By a handle, since reflection refuses what a public type inherits from one that is not.
 */
public final class PublicMethod {
    private final MethodHandle handle;
    private final Class<?> returnType;

    private PublicMethod(MethodHandle handle, Class<?> returnType) {
        this.handle = handle;
        this.returnType = returnType;
    }

    /** The method of this name that a public type has, or inherits. */
    public static PublicMethod of(Class<?> type, String name, Class<?>... arguments) {
        try {
            Method method = type.getMethod(name, arguments);
            MethodType signature = MethodType.methodType(method.getReturnType(), arguments);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle handle = Modifier.isStatic(method.getModifiers())
                    ? lookup.findStatic(type, name, signature)
                    : lookup.findVirtual(type, name, signature);
            return new PublicMethod(handle.asFixedArity(), method.getReturnType());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    /** The first of these types that the library of a class loader has. */
    public static Class<?> type(@Nullable ClassLoader library, String... names) {
        for (String name : names) {
            try {
                return Class.forName(name, false, library);
            } catch (ClassNotFoundException e) {
                // the next, then
            }
        }
        throw new LinkageError("there is no " + String.join(", and no ", names));
    }

    /** What it answers. */
    public Class<?> returnType() {
        return returnType;
    }

    /**
     * Calls it, and throws what it throws.
     *
     * @param arguments before them the object whose method it is, unless it is static
     */
    public @Nullable Object call(@Nullable Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls it where it never answers null. */
    public Object get(@Nullable Object... arguments) {
        Object answer = call(arguments);
        if (answer == null) {
            throw new NullPointerException(handle.toString());
        }
        return answer;
    }
}
