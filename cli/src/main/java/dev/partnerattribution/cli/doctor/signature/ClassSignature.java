package dev.partnerattribution.cli.doctor.signature;

import dev.partnerattribution.internal.options.Route;
import org.jspecify.annotations.Nullable;

/** A name that a library is known by: a class with slashes, or, ended by a slash, the package that its classes lie in. */
final class ClassSignature {
    private final String name;

    /** What stays of it, after a slash, wherever the library is moved to. */
    private final String tail;

    ClassSignature(String name) {
        this.name = name;
        tail = "/" + Route.withoutTop(name);
    }

    boolean matches(String className) {
        return name.endsWith("/") ? className.startsWith(name) : className.equals(name);
    }

    /**
     * The package that was put before the library's names: nothing, or such as {@code com/contoso/shaded/}. Tools that
     * relocate put it before the whole name, or in place of {@code com} or {@code org}.
     *
     * @return null if the class is none of the library
     */
    @Nullable
    String relocation(String className) {
        if (matches(className)) {
            return "";
        }
        int at = tail.endsWith("/") ? className.indexOf(tail) : className.length() - tail.length();
        return at > 0 && className.startsWith(tail, at) ? className.substring(0, at + 1) : null;
    }
}
