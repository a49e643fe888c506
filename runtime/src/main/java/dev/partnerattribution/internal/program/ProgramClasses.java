package dev.partnerattribution.internal.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classes among which the program's main class is, behind whatever started it: a launcher, a build tool, a test runner.
 * The likeliest are first.
 */
final class ProgramClasses {
    /** Whoever is annotated, it is none of these; looking at each costs time. */
    private static final String[] NEVER = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.",
        "com.azure.",
        "reactor.",
        "io.netty.",
        "okhttp3.",
        "dev.partnerattribution.agent.",
        "dev.partnerattribution.woven."
    };

    private ProgramClasses() {}

    /** What to find out of a class, by its name and a class loader that shows it. */
    interface Question<T> {
        @Nullable
        T of(String name, ClassLoader loader);
    }

    /**
     * The first answer that is not null: to the main class that the JVM names; then to the classes in whose methods threads
     * are, those farther down first, beginning with the current thread, then in the order in which threads were started, of
     * which {@code main} is the first.
     *
     * @param loader the program's; of the current thread, classes that it does not show are asked about too: those of a plug-in,
     *     or of {@code java Tool.java}
     */
    static <T> @Nullable T first(ClassLoader loader, Question<T> question) {
        String main = MainClass.name();
        Set<String> asked = new LinkedHashSet<String>();
        Function<String, @Nullable T> shown = name -> asked.add(name) ? question.of(name, loader) : null;
        T answer = main == null ? null : first(variants(main), shown);
        if (answer == null) {
            answer = first(classes(Thread.currentThread().getStackTrace()), shown);
        }
        if (answer == null) {
            answer = first(CallingClasses.ofThisThread(), question);
        }
        return answer != null ? answer : first(classesOfOtherThreads(), shown);
    }

    private static <T> @Nullable T first(Class<?>[] stack, Question<T> question) {
        Set<Class<?>> asked = new LinkedHashSet<Class<?>>();
        for (int i = stack.length - 1; i >= 0; i--) {
            ClassLoader own = stack[i].getClassLoader();
            if (own != null && asked.add(stack[i]) && !isNever(stack[i].getName())) {
                T answer = first(variants(stack[i].getName()), name -> question.of(name, own));
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    private static <T> @Nullable T first(Iterable<String> classes, Function<String, @Nullable T> question) {
        for (String name : classes) {
            T answer = question.apply(name);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private static List<String> classesOfOtherThreads() {
        Map<Long, StackTraceElement[]> byAge = new TreeMap<Long, StackTraceElement[]>();
        try {
            for (Map.Entry<Thread, StackTraceElement[]> thread :
                    Thread.getAllStackTraces().entrySet()) {
                byAge.put(thread.getKey().getId(), thread.getValue());
            }
        } catch (SecurityException e) {
            return new ArrayList<String>();
        }
        List<String> classes = new ArrayList<String>();
        for (StackTraceElement[] stack : byAge.values()) {
            classes.addAll(classes(stack));
        }
        return classes;
    }

    private static List<String> classes(StackTraceElement[] stack) {
        List<String> classes = new ArrayList<String>();
        for (int i = stack.length - 1; i >= 0; i--) {
            String name = stack[i].getClassName();
            if (name.indexOf('/') < 0 && !isNever(name)) {
                classes.addAll(variants(name));
            }
        }
        return classes;
    }

    private static boolean isNever(String name) {
        for (String start : NEVER) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** The class, what it stands in, and the class in which Scala keeps what an object of that name is. */
    private static List<String> variants(String name) {
        List<String> variants = new ArrayList<String>();
        variants.add(name);
        int inner = name.indexOf('$', name.lastIndexOf('.') + 2);
        variants.add(inner < 0 ? name + "$" : name.substring(0, inner));
        return variants;
    }
}
