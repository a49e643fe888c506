package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.library.LibraryInstrumentation.Injected;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Defines classes of ours in the class loaders of libraries, under other names: those cannot collide with a program's own copy. */
final class HelperInjector implements Function<@Nullable Object[], @Nullable Object> {
    private static final int MOST_ATTEMPTS = 10_000;

    private final LibraryInstrumentation definition;
    private final HelperConnection connection;

    HelperInjector(LibraryInstrumentation definition, HelperConnection connection) {
        this.definition = definition;
        this.connection = connection;
    }

    /**
     * What an injected {@link InjectedHelper} asks for: see {@link InjectedHelper#connect}.
     *
     * @param call the class that asks
     * @return null where there is nothing for it; why was said
     */
    @Override
    public Object @Nullable [] apply(@Nullable Object[] call) {
        Class<?> base = (Class<?>) Objects.requireNonNull(call[0]);
        Relocation relocation = definition.relocation(LibraryInstrumentation.packageOf(base));
        return connection.answer(base, relocation::mapDotted, loader -> helperTypes(base, loader));
    }

    /** The helper, and what it needs. Each attempt has names of its own. */
    private Class<?>[] helperTypes(Class<?> base, ClassLoader loader) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Injected injected = definition.injected(LibraryInstrumentation.packageOf(base), attempt);
            int last = injected.size() - 1;
            if (loadedClass(loader, injected.name(last)) == null) {
                try {
                    return defineAll(injected, base, loader);
                } catch (LinkageError e) {
                    if (loadedClass(loader, injected.name(last)) == null) {
                        throw e; // not for another thread's attempt, which was faster
                    }
                }
            }
        }
        throw UnsupportedLibraryException.that("too many attempts");
    }

    private static Class<?>[] defineAll(Injected injected, Class<?> base, ClassLoader loader) {
        Class<?>[] defined = new Class<?>[injected.size()];
        for (int i = defined.length - 1; i >= 0; i--) {
            defined[i] = define(loader, base.getProtectionDomain(), injected.name(i), injected.classFile(i));
        }
        return defined;
    }

    /** Sees that the base of helpers is defined beside this class, which is being loaded. Asks the class loader for nothing. */
    static void injectBase(@Nullable ClassLoader loader, String type, @Nullable ProtectionDomain domain) {
        if (loader == null) {
            throw UnsupportedLibraryException.that(type.replace('/', '.') + " is on the bootstrap class path");
        }
        Injected base = LibraryInstrumentation.base(LibraryInstrumentation.packageOf(type));
        if (loadedClass(loader, base.name(0)) == null) {
            try {
                define(loader, domain, base.name(0), base.classFile(0));
            } catch (LinkageError e) {
                if (loadedClass(loader, base.name(0)) == null) {
                    throw e;
                }
            }
        }
    }

    /** Java opens these two to us, since the engine has opened the bridge. */
    private static @Nullable Class<?> loadedClass(ClassLoader loader, String name) {
        return (Class<?>) call(loader, "findLoadedClass", new Class<?>[] {String.class}, name);
    }

    private static Class<?> define(
            ClassLoader loader, @Nullable ProtectionDomain domain, String name, byte[] classFile) {
        return (Class<?>) Objects.requireNonNull(call(
                loader,
                "defineClass",
                new Class<?>[] {String.class, byte[].class, int.class, int.class, ProtectionDomain.class},
                name,
                classFile,
                0,
                classFile.length,
                domain));
    }

    private static @Nullable Object call(
            ClassLoader loader, String name, Class<?>[] types, @Nullable Object... arguments) {
        try {
            Method method = ClassLoader.class.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(loader, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof LinkageError
                    ? (LinkageError) e.getCause()
                    : new LinkageError(String.valueOf(e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }
}
