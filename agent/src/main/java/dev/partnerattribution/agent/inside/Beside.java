package dev.partnerattribution.agent.inside;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A class of ours under another name, in the package and the class loader of a class that we instrumented: there it sees the
 * library whatever the class loaders look like, and can't collide with a runtime jar that the application has. It has a
 * constructor that takes the stamp decision as a {@link BinaryOperator}, and what receipts need by another interface of the
 * JDK, since of ours it sees nothing there.
 */
final class Beside {
    private final String original;
    private final Consumer<@Nullable ClassLoader> requirement;

    /** Held by the neighbour itself: a class loader that the application drops is collected, with our class in it. */
    private final ClassValue<Neighbour> neighbours = new ClassValue<Neighbour>() {
        @Override
        protected Neighbour computeValue(Class<?> neighbour) {
            return new Neighbour();
        }
    };

    /**
     * Of the class file of this name, which has slashes in place of dots.
     *
     * @param requirement throws where the library of a class loader lacks what our class needs
     */
    Beside(String original, Consumer<@Nullable ClassLoader> requirement) {
        this.original = original;
        this.requirement = requirement;
    }

    private static final class Neighbour {
        private final AtomicReference<@Nullable Class<?>> made = new AtomicReference<>();
        private final AtomicInteger attempts = new AtomicInteger();
    }

    /**
     * A new instance, of a class that is defined beside this one the first time.
     *
     * @param receiptsType what its constructor calls the type of {@code receipts}
     */
    Object instance(
            MethodHandles.Lookup neighbour,
            BinaryOperator<@Nullable String> stamp,
            Class<?> receiptsType,
            Object receipts) {
        Class<?> besideIt = besideOf(neighbour);
        try {
            return neighbour
                    .findConstructor(besideIt, MethodType.methodType(void.class, BinaryOperator.class, receiptsType))
                    .invokeWithArguments(stamp, receipts);
        } catch (Throwable e) {
            throw Unknown.that(besideIt.getName() + " can't be made: " + e);
        }
    }

    /**
     * Defining, verifying and initialising a class asks the program's class loader for others, which may wait for what another
     * of its threads holds; and that one may wait here. So no thread waits for another: each that comes before the first one is
     * done makes a class of its own, and all go on with the first.
     */
    private Class<?> besideOf(MethodHandles.Lookup lookup) {
        Neighbour neighbour = neighbours.get(lookup.lookupClass());
        Class<?> made = neighbour.made.get();
        if (made == null) {
            Class<?> mine = define(lookup, neighbour.attempts.getAndIncrement());
            made = neighbour.made.compareAndSet(null, mine) ? mine : neighbour.made.get();
        }
        return Objects.requireNonNull(made);
    }

    private Class<?> define(MethodHandles.Lookup lookup, int attempt) {
        Class<?> neighbour = lookup.lookupClass();
        requirement.accept(neighbour.getClassLoader());
        try {
            Class<?> made = defined(lookup, renamed(neighbour.getName(), attempt));
            return Class.forName(made.getName(), true, made.getClassLoader());
        } catch (InvocationTargetException e) {
            throw Unknown.that("nothing can be defined beside " + neighbour.getName() + ": " + e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw Unknown.that("nothing can be defined beside " + neighbour.getName() + ": " + e);
        }
    }

    private static Class<?> defined(MethodHandles.Lookup lookup, byte[] classFile) throws ReflectiveOperationException {
        try {
            return (Class<?>) MethodHandles.Lookup.class
                    .getMethod("defineClass", byte[].class)
                    .invoke(lookup, classFile);
        } catch (NoSuchMethodException e) { // Java 8, where nothing forbids this
            Method defineClass = ClassLoader.class.getDeclaredMethod(
                    "defineClass", String.class, byte[].class, int.class, int.class);
            defineClass.setAccessible(true);
            return (Class<?>)
                    defineClass.invoke(lookup.lookupClass().getClassLoader(), null, classFile, 0, classFile.length);
        }
    }

    private byte[] renamed(String neighbour, int attempt) throws IOException {
        String name = neighbour.substring(0, neighbour.lastIndexOf('.') + 1).replace('.', '/') + "PartnerAttribution"
                + original.substring(original.lastIndexOf('/') + 1) + (attempt == 0 ? "" : attempt);
        return new ConstantPool(classFile()).withRenamed(original, name);
    }

    private byte[] classFile() throws IOException {
        try (InputStream in = Beside.class.getClassLoader().getResourceAsStream(original + ".class")) {
            return Bytes.all(in);
        }
    }
}
