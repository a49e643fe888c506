package dev.partnerattribution.agent.engine;

import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.options.Route;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A definition: which class is instrumented and how. It knows what it matches and what is put there, and nothing of how it is
 * applied: {@link #applyTo} is a function of a class file.
 */
public abstract class TypeInstrumentation {
    private static final String PACKAGE = "dev.partnerattribution.agent.";

    private final Route route;
    private final List<String> types;

    /**
     * Of a class of this name, which has slashes in place of dots.
     *
     * @param types the same class under the names it has in different versions of the library
     */
    protected TypeInstrumentation(Route route, String... types) {
        this.route = route;
        this.types = Arrays.asList(types);
    }

    /** Makes the definition of this name below the agent's package. */
    public static TypeInstrumentation ofName(String name) {
        try {
            return Class.forName(PACKAGE + name)
                    .asSubclass(TypeInstrumentation.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LinkageError(name + " can't be made: " + cause, cause);
        }
    }

    /**
     * Returns the class file of the class, instrumented.
     *
     * @throws UnsupportedLibraryException if it lacks what we know it by
     */
    public abstract byte[] applyTo(byte[] classFile);

    /**
     * Returns the class file of the class, instrumented, for one that is loaded already: nothing is added to it.
     *
     * @throws UnsupportedLibraryException if it lacks what we know it by
     */
    public byte[] applyToLoaded(byte[] classFile) {
        return applyTo(classFile);
    }

    /** Puts what the instrumented class needs into its class loader, as of the same origin. */
    protected abstract void link(@Nullable ClassLoader loader, String type, @Nullable ProtectionDomain domain);

    /** Whether a class that is instrumented while it is loaded finds the agent by what is added to it: see {@link BootBridge}. */
    protected abstract boolean bringsBridge();

    /**
     * Who answers calls of instrumented code; null where it is not of this definition.
     *
     * @param key the first that is in a call: a class, which is then not held, or a string
     */
    protected abstract @Nullable Function<@Nullable Object[], @Nullable Object> answererOf(Object key);

    /** The route that is entered in the class. */
    public final Route route() {
        return route;
    }

    /** Whether this is the class, rather than one that is loaded with the same library. Its name has slashes. */
    public boolean instruments(String type) {
        return types.contains(type);
    }

    /** Whether a class of such a name is meant: an older version may have one of the same name that another route knows better. */
    public boolean isMeant(byte[] classFile) {
        return true;
    }

    /** Another class of the same library is being loaded: if the target is not there, say it now, for it never will be. */
    final void requireTarget(@Nullable ClassLoader loader, String landmark) {
        if (loader != null
                && AsideQuestion.askLoader(() -> isTargetMissing(loader, landmark))
                && AsideQuestion.askSettings(() -> RouteStamper.isOn(route))) {
            throw UnsupportedLibraryException.that("there is " + landmark.replace('/', '.') + " but no "
                    + types.get(0).replace('/', '.'));
        }
    }

    /** Whether none of the classes is there that it is under some version's name. */
    public final boolean isMissing(Predicate<String> isThere) {
        for (String type : types) {
            if (isThere.test(type)) {
                return false;
            }
        }
        return true;
    }

    /** Where a class loader shows no file even for the class that it is loading, or fails, nothing is known. */
    private boolean isTargetMissing(ClassLoader loader, String landmark) {
        try {
            if (loader.getResource(landmark + ".class") == null) {
                return false;
            }
            return isMissing(type -> loader.getResource(type + ".class") != null);
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
