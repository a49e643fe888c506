package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;
import java.lang.instrument.ClassFileTransformer;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a route is entered: one method, at whose start the program asks us. A subclass says which method that is, what we
 * are shown, what we answer, and how the answer is taken; everything else is the same for all routes, and here.
 *
 * <p>The code at the start of the method is a {@link Handover}. It calls {@link #apply} through the launcher, and goes on
 * as without us where that returns null.
 */
public abstract class Hook
        implements ClassFileTransformer,
                BiFunction<MethodHandles.@Nullable Lookup, @Nullable Object[], @Nullable Object> {
    private final Route route;
    private final String[] targets;

    /** Null until something goes wrong. */
    private volatile @Nullable Faults faults;

    /**
     * A hook in the class of this name, which has slashes in place of dots.
     *
     * @param targets the same class under the names it has in different versions of the library
     */
    Hook(Route route, String... targets) {
        this.route = route;
        this.targets = targets;
    }

    /** Whether this is the method, of those that the class has. There may be several, all of which are shown alike. */
    abstract boolean isAt(String method, String descriptor);

    /** How many methods of different names {@link #isAt} means: each must be there. */
    int methods() {
        return 1;
    }

    /** What is meant by {@link #isAt}, for the message that says it is missing. */
    abstract String wanted();

    /** Pushes an array: what {@link #apply} gets. Unless overridden that is the object, null if there is none, and the arguments. */
    void pushArguments(Code code, MethodEntry entry) {
        code.allArguments(entry);
    }

    /** Takes the answer, which is not null, from the stack: it becomes an argument, say, or is returned. */
    abstract void take(Code code);

    /** Whether {@link #take} ends the method by returning the answer. */
    boolean returns() {
        return false;
    }

    /**
     * What the method should be given.
     *
     * @param lookup has the rights of the target; null where that is the JDK's
     * @param arguments what {@link #pushArguments} pushed
     * @return what {@link #take} takes; null where nothing changes
     */
    abstract @Nullable Object answer(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] arguments);

    /** The same where the operator switched the route off: then a request is at most taken down. */
    @Nullable
    Object answerWhenOff(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] arguments) {
        return null;
    }

    /** Whether anything is to be instrumented at all. */
    boolean isNeeded() {
        return true;
    }

    /** A hook in another method of the same class, or null. */
    public @Nullable Hook alongside() {
        return null;
    }

    /**
     * What goes wrong with one request concerns that request alone: it goes out as without us, and the first of them is
     * spoken of. A library that does not fit is left alone from then on.
     *
     * @throws IllegalStateException if the library is not as we know it; the message says so of this route
     */
    @Override
    public final @Nullable Object apply(MethodHandles.@Nullable Lookup lookup, @Nullable Object[] arguments) {
        Faults known = faults;
        if (known != null && known.isUnfit(lookup)) {
            return null;
        }
        try {
            return isOn() ? answer(lookup, arguments) : answerWhenOff(lookup, arguments);
        } catch (Throwable e) {
            faults().report(lookup, e);
            return null;
        }
    }

    private synchronized Faults faults() {
        Faults known = faults;
        if (known == null) {
            known = new Faults(route);
            faults = known;
        }
        return known;
    }

    /** Whether the target is a class of the JDK: then no lookup is made, which Java 8 refuses to such classes. */
    final boolean isInJdk() {
        return targets[0].startsWith("java/") || targets[0].startsWith("sun/") || targets[0].startsWith("jdk/");
    }

    final Route route() {
        return route;
    }

    private boolean isOn() {
        return Decision.isOn(route);
    }

    /**
     * Called while the JVM loads a class, possibly in the middle of initialising the JDK's own: to read the environment, say,
     * would break {@code ProcessEnvironment} for good, which itself loads {@code ProcessImpl}. So this reads no setting but by
     * {@link OutsideLoading}, and a hook's constructor does nothing.
     */
    @Override
    public final byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        try {
            for (String target : targets) {
                if (name.equals(target)) {
                    return isNeeded() ? instrumented(classFile) : null;
                }
            }
            requireTarget(loader, name);
            return null;
        } catch (RuntimeException | LinkageError e) {
            throw Unknown.of(route, e);
        }
    }

    private byte[] instrumented(byte[] classFile) {
        byte[] result = new Instrumented(this, classFile).bytes();
        Hook other = alongside();
        return other == null || !other.isNeeded() ? result : other.instrumented(result);
    }

    /** Another class of the same library is being loaded: if the target is not there, say it now, for it never will be. */
    private void requireTarget(@Nullable ClassLoader loader, String landmark) {
        if (loader != null
                && OutsideLoading.askOfLoader(() -> isTargetMissing(loader, landmark))
                && OutsideLoading.ask(this::isOn)) {
            throw Unknown.that("there is " + landmark.replace('/', '.') + " but no " + targets[0].replace('/', '.'));
        }
    }

    /** Where a class loader shows no file even for the class that it is loading, or fails, nothing is known. */
    private boolean isTargetMissing(ClassLoader loader, String landmark) {
        try {
            if (loader.getResource(landmark + ".class") == null) {
                return false;
            }
            for (String target : targets) {
                if (loader.getResource(target + ".class") != null) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** The name of the route, as the option {@code routes} has it. */
    @Override
    public final String toString() {
        return route.label();
    }
}
