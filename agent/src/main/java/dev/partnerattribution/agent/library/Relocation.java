package dev.partnerattribution.agent.library;

import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.internal.options.Route;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.jspecify.annotations.Nullable;

/**
 * Where a build tool moved a library, so that it can't meet another copy of it: the Maven Shade plugin calls it so. All
 * definitions speak of the original names; what they are applied to is given those, and then its own again.
 */
final class Relocation extends Remapper {
    /** Of a library that is where it was published. */
    static final Relocation NONE = new Relocation(new LinkedHashMap<>());

    private static final int CLASS_TAG = 7;

    /** The packages with slashes, by the name to be replaced. */
    private final Map<String, String> packages;

    private Relocation(Map<String, String> packages) {
        super(Opcodes.ASM9);
        this.packages = packages;
    }

    /**
     * Returns how one of these types came to be called so; null if none did.
     *
     * @param types with slashes, as is the name
     */
    static @Nullable Relocation of(Route route, Collection<String> types, String name) {
        if (types.contains(name)) {
            return NONE;
        }
        for (String type : types) {
            String kept = Route.withoutTop(type);
            String top = type.substring(0, type.length() - kept.length());
            int moved = name.length() - kept.length();
            if (moved > 0 && name.charAt(moved - 1) == '/' && name.endsWith(kept)) {
                String to = name.substring(0, moved);
                return to.endsWith('/' + top)
                        ? new Relocation(packages(route, "", to.substring(0, moved - top.length())))
                        : new Relocation(packages(route, top, to));
            }
        }
        return null;
    }

    private static Map<String, String> packages(Route route, String top, String to) {
        Map<String, String> packages = new LinkedHashMap<>();
        for (String dotted : route.packages()) {
            String from = dotted.replace('.', '/');
            packages.put(from, to + (from.startsWith(top) ? from.substring(top.length()) : from));
        }
        return packages;
    }

    /**
     * Returns what of it a class file shows: what a library is built on may be where it was published.
     *
     * @throws UnsupportedLibraryException if it shows a package in both places, which then can't be told apart
     */
    Relocation shownBy(byte[] classFile) {
        Map<String, String> shown = new LinkedHashMap<>();
        ClassReader reader = new ClassReader(classFile);
        packages.forEach((from, to) -> {
            if (isShown(to, reader)) {
                shown.put(from, to);
                if (isShown(from, reader)) {
                    throw UnsupportedLibraryException.that(
                            reader.getClassName().replace('/', '.') + " uses both " + from + " and " + to);
                }
            }
        });
        return new Relocation(shown);
    }

    /** Whether a class file refers to a class whose name begins so. */
    static boolean isShown(String inPackage, ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0
                    && reader.readByte(at - 1) == CLASS_TAG
                    && reader.readUTF8(at, buffer).startsWith(inPackage)) {
                return true;
            }
        }
        return false;
    }

    Relocation inverse() {
        Map<String, String> inverse = new LinkedHashMap<>();
        packages.forEach((from, to) -> inverse.put(to, from));
        return new Relocation(inverse);
    }

    /** The same class with the names of others replaced, and its own. */
    byte[] applyTo(byte[] classFile) {
        if (packages.isEmpty()) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassRemapper(writer, this), 0);
        return writer.toByteArray();
    }

    @Override
    public String map(String name) {
        for (Map.Entry<String, String> moved : packages.entrySet()) {
            if (name.startsWith(moved.getKey())) {
                return moved.getValue() + name.substring(moved.getKey().length());
            }
        }
        return name;
    }

    /** The packages with dots, by the name to be replaced. */
    Map<String, String> dotted() {
        Map<String, String> dotted = new LinkedHashMap<>();
        packages.forEach((from, to) -> dotted.put(from.replace('/', '.'), to.replace('/', '.')));
        return dotted;
    }

    /** The same for a name with dots; any other text stays as it is. */
    String mapDotted(String name) {
        String before = name.replace('.', '/');
        String after = map(before);
        return after.equals(before) ? name : after.replace('/', '.');
    }
}
