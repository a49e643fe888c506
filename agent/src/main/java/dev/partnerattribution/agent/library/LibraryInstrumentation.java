package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.Faults;
import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.requests.ClientReceipts;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.options.Route;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * A definition for a class of a library: advice in some of its methods, and a helper for what advice needs, which is compiled
 * against the library. Advice and helper know each other by {@link InjectedHelper}.
 */
public abstract class LibraryInstrumentation extends TypeInstrumentation {
    private static final String BASE = InjectedHelper.class.getName().replace('.', '/');

    /** In {@link #parts}, who is told of requests. */
    protected static final int SENT = 4;

    private final List<String> helpers = new ArrayList<>();
    private final String[] types;
    private final List<AdvisedMethod> methods = new ArrayList<>();

    /**
     * Of a class of this name, which has slashes in place of dots.
     *
     * @param types the same class under the names it has in different versions of the library
     */
    protected LibraryInstrumentation(Route route, String... types) {
        super(route, types);
        this.types = types;
    }

    /**
     * The helper is of this class, and needs these others. It is the same in all definitions for classes of one package.
     *
     * @param others by their names: those that implement an interface of the library can't be loaded here
     */
    protected final void helper(Class<? extends InjectedHelper> helper, String... others) {
        helpers.add(helper.getName().replace('.', '/'));
        for (String other : others) {
            helpers.add(other.replace('.', '/'));
        }
    }

    /**
     * Puts advice into methods.
     *
     * @param advice a class with a static method that is annotated as Byte Buddy's advice
     * @param wanted what is meant, for the message that says it is missing
     */
    protected final void advise(ElementMatcher<? super MethodDescription> matcher, Class<?> advice, String wanted) {
        methods.add(new AdvisedMethod(matcher, advice.getName(), wanted));
    }

    /** What it means that the library comes by with the same request. */
    protected Repeats repeats() {
        return Repeats.NEVER;
    }

    /** Throws {@link UnsupportedLibraryException} where the library of a class loader lacks what the helper needs. */
    protected void requireLibrary(ClassLoader library) {}

    /**
     * What the helper gets: see {@link InjectedHelper#connect}.
     *
     * @param injected the classes of {@link #helper}, as they are beside the library
     */
    protected Object[] parts(ClassLoader library, Class<?>... injected) {
        RouteStamper stamper = new RouteStamper(route(), library);
        ClientReceipts receipts = new ClientReceipts(route(), stamper, repeats());
        return new Object[] {injected[0], faults(), stamper, receipts, receipts, receipts.answers()};
    }

    /** Says what goes wrong, and whether the library does not fit. */
    protected final Predicate<Throwable> faults() {
        Route route = route();
        return thrown -> Faults.report(route, thrown);
    }

    @Override
    public final byte[] applyTo(byte[] classFile) {
        return new AdviceApplication(classFile).apply(methods);
    }

    @Override
    protected final void link(@Nullable ClassLoader loader, String type, @Nullable ProtectionDomain domain) {
        HelperInjector.injectBase(loader, type, domain);
    }

    @Override
    protected final boolean bringsBridge() {
        return false;
    }

    @Override
    protected final @Nullable Function<@Nullable Object[], @Nullable Object> answererOf(Object key) {
        return key instanceof Class && isOf(packageOf((Class<?>) key)) ? new HelperInjector(this) : null;
    }

    /** Whether an instrumented class is of this package, which has slashes and ends with one. */
    private boolean isOf(String inPackage) {
        for (String type : types) {
            if (packageOf(type).equals(inPackage)) {
                return true;
            }
        }
        return false;
    }

    static String packageOf(Class<?> type) {
        return packageOf(type.getName().replace('.', '/'));
    }

    /** With slashes, and one at the end. */
    static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('/') + 1);
    }

    /** The helper, and what it needs, as they are injected into a package. */
    final Injected injected(String inPackage, int attempt) {
        return new Injected(inPackage, helpers, attempt == 0 ? "" : Integer.toString(attempt));
    }

    /** What all helpers of a package extend. */
    static Injected base(String inPackage) {
        List<String> base = new ArrayList<>();
        base.add(BASE);
        return new Injected(inPackage, base, "");
    }

    /** Classes of ours under the names that they have in a library's package. */
    static final class Injected {
        private final List<String> originals;
        private final Map<String, String> names = new HashMap<>();

        Injected(String inPackage, List<String> originals, String suffix) {
            this.originals = originals;
            names.put(BASE, renamed(inPackage, BASE));
            for (String original : originals) {
                if (!original.equals(BASE)) {
                    names.put(original, renamed(inPackage, original) + suffix);
                }
            }
        }

        private static String renamed(String inPackage, String original) {
            return inPackage + "PartnerAttribution" + original.substring(original.lastIndexOf('/') + 1);
        }

        int size() {
            return originals.size();
        }

        /** With dots. */
        String name(int i) {
            return names.getOrDefault(originals.get(i), "").replace('/', '.');
        }

        byte[] classFile(int i) {
            return ClassFiles.renamed(originals.get(i), names);
        }

        /** By the original names, all with slashes. */
        Map<String, String> names() {
            return names;
        }
    }

    /** Some methods, and the advice for them. */
    static final class AdvisedMethod {
        final ElementMatcher<? super MethodDescription> matcher;
        final String advice;
        final String wanted;

        AdvisedMethod(ElementMatcher<? super MethodDescription> matcher, String advice, String wanted) {
            this.matcher = matcher;
            this.advice = advice;
            this.wanted = wanted;
        }
    }
}
