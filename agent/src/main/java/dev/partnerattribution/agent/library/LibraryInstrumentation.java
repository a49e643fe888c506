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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.ClassReader;
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
    private final List<String> types;
    private final List<AdvisedMethod> methods = new ArrayList<>();

    /** By the packages of instrumented classes, with slashes. */
    private final Map<String, Relocation> relocations = new ConcurrentHashMap<>();

    /**
     * Of a class of this name, which has slashes in place of dots.
     *
     * @param types the same class under the names it has in different versions of the library
     */
    protected LibraryInstrumentation(Route route, String... types) {
        super(route, types);
        this.types = Arrays.asList(types);
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

    /**
     * Throws {@link UnsupportedLibraryException} where the library of a class loader lacks what the helper needs.
     *
     * @param names the names, with dots, that classes of the library have there, by those it was published with
     */
    protected void requireLibrary(ClassLoader library, UnaryOperator<String> names) {}

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
    public final boolean instruments(String type) {
        return Relocation.of(route(), types, type) != null;
    }

    @Override
    public final byte[] applyTo(byte[] classFile) {
        String name = new ClassReader(classFile).getClassName();
        Relocation known = Relocation.of(route(), types, name);
        Relocation relocation = known == null ? Relocation.NONE : known.shownBy(classFile);
        byte[] advised = new AdviceApplication(relocation.inverse().applyTo(classFile)).apply(methods);
        relocations.put(packageOf(name), relocation);
        return relocation.applyTo(advised);
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
        return key instanceof Class && relocations.containsKey(packageOf((Class<?>) key))
                ? new HelperInjector(this)
                : null;
    }

    /** Sees that the library of an instrumented class has what the helper needs. */
    final void requireLibraryOf(Class<?> type) {
        requireLibrary(Objects.requireNonNull(type.getClassLoader()), relocation(packageOf(type))::mapDotted);
    }

    private Relocation relocation(String ofPackage) {
        return relocations.getOrDefault(ofPackage, Relocation.NONE);
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
        return new Injected(inPackage, relocation(inPackage), helpers, attempt == 0 ? "" : Integer.toString(attempt));
    }

    /** What all helpers of a package extend. */
    static Injected base(String inPackage) {
        List<String> base = new ArrayList<>();
        base.add(BASE);
        return new Injected(inPackage, Relocation.NONE, base, "");
    }

    /** Classes of ours under the names that they have in a library's package. */
    static final class Injected {
        private final List<String> originals;
        private final Relocation relocation;
        private final Map<String, String> names = new HashMap<>();

        Injected(String inPackage, Relocation relocation, List<String> originals, String suffix) {
            this.relocation = relocation;
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
            return ClassFiles.renamed(originals.get(i), names, relocation);
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
