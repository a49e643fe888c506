package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private final HelperConnection connection;
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
        this(new HelperConnection(route, Repeats.NEVER), types);
    }

    /** The same for a helper that is connected so. */
    protected LibraryInstrumentation(HelperConnection connection, String... types) {
        super(connection.route(), types);
        this.connection = connection;
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

    /** Its running side. */
    public final HelperConnection connection() {
        return connection;
    }

    @Override
    public final boolean instruments(String type) {
        return Relocation.of(route(), types, type) != null;
    }

    /** One that was instrumented before, by whom ever of us, stays as it is. */
    @Override
    public final byte[] applyTo(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        String name = reader.getClassName();
        Relocation known = Relocation.of(route(), types, name);
        Relocation relocation = known == null ? Relocation.NONE : known.shownBy(classFile);
        byte[] advised = uses(reader, base(packageOf(name)).name(0))
                ? classFile
                : relocation.applyTo(new AdviceApplication(relocation.inverse().applyTo(classFile)).apply(methods));
        relocations.put(packageOf(name), relocation);
        return advised;
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
                ? new HelperInjector(this, connection)
                : null;
    }

    private static boolean uses(ClassReader reader, String type) {
        return Relocation.isShown(type.replace('.', '/'), reader);
    }

    /** Where the library of this package was moved, if it was. */
    final Relocation relocation(String ofPackage) {
        return relocations.getOrDefault(ofPackage, Relocation.NONE);
    }

    /**
     * Returns what lies beside an instrumented class: the base first, the helper next, and then what that needs.
     *
     * @param type the class, which {@link #applyTo} was called for
     * @return class files by their names, all with slashes
     */
    public final Map<String, byte[]> beside(String type) {
        Map<String, byte[]> beside = new LinkedHashMap<>();
        addTo(beside, base(packageOf(type)));
        addTo(beside, injected(packageOf(type), 0));
        return beside;
    }

    private static void addTo(Map<String, byte[]> beside, Injected injected) {
        for (int i = 0; i < injected.size(); i++) {
            beside.put(injected.name(i).replace('.', '/'), injected.classFile(i));
        }
    }

    /** Returns the new beginnings of the names of the library's classes by the old ones, with dots: where it was moved, if it was. */
    public final Map<String, String> relocated(String type) {
        return relocation(packageOf(type)).dotted();
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
