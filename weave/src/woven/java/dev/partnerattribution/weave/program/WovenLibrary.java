package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.requests.EnteredRoutes;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.SharedProperties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom the base of helpers beside a woven library asks, where it would ask the agent. All that is said of the library was written
 * into the base when it was woven.
 */
public final class WovenLibrary implements Function<@Nullable Object[], Object @Nullable []> {
    private final String connection;
    private final String route;
    private final String repeats;
    private final String relocated;
    private final String helpers;

    /**
     * Called by the base.
     *
     * @param connection the class of the {@link HelperConnection}
     * @param route the name of its {@link Route}
     * @param repeats the name of its {@link Repeats}
     * @param relocated where the library was moved: beginnings of names, in pairs, each with a space at its end
     * @param helpers the helper and what it needs, each with a space at its end
     */
    public WovenLibrary(String connection, String route, String repeats, String relocated, String helpers) {
        this.connection = connection;
        this.route = route;
        this.repeats = repeats;
        this.relocated = relocated;
        this.helpers = helpers;
    }

    /** @param call the class of the base */
    @Override
    public Object @Nullable [] apply(@Nullable Object[] call) {
        Class<?> base = (Class<?>) call[0];
        ClassLoader library = base == null ? null : base.getClassLoader();
        if (base == null || library == null) {
            return null; // it is woven into the JDK, say
        }
        EnteredRoutes.add(Route.valueOf(route), library);
        sayThatWeAreHere();
        return connection().answer(base, this::nameOf, WovenLibrary.this::injected);
    }

    /** To the runtime jar, which may be on the class path as well. */
    private static void sayThatWeAreHere() {
        try {
            System.setProperty(SharedProperties.WOVEN, "true");
        } catch (RuntimeException e) {
            return; // the program's properties are of a kind of its own
        }
    }

    private HelperConnection connection() {
        try {
            return Class.forName(connection)
                    .asSubclass(HelperConnection.class)
                    .getConstructor(Route.class, Repeats.class)
                    .newInstance(Route.valueOf(route), Repeats.valueOf(repeats));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.toString(), e);
        }
    }

    private String nameOf(String published) {
        String[] pairs = relocated.split(" ", -1);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (published.startsWith(pairs[i])) {
                return pairs[i + 1] + published.substring(pairs[i].length());
            }
        }
        return published;
    }

    private Class<?>[] injected(ClassLoader library) {
        String[] names = helpers.trim().split(" ", -1);
        Class<?>[] injected = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            try {
                injected[i] = Class.forName(names[i], false, library);
            } catch (ClassNotFoundException e) {
                throw new LinkageError(e.toString(), e);
            }
        }
        return injected;
    }
}
