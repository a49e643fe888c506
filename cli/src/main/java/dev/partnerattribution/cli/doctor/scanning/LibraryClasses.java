package dev.partnerattribution.cli.doctor.scanning;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which classes of an archive are those of known libraries, and not read. Of a library that is every one in a package that is
 * known. The application itself may lie in such a package, as {@code org.eclipse.contoso} does: there, classes count as a
 * library's only where several libraries were unpacked into the application, and never beside its main class. What starts an
 * archive with archives in it lies there unpacked, and its main class is that of the archive; it opens URLs, and is no
 * application.
 */
final class LibraryClasses {
    private static final int SEVERAL = 2;

    private static final List<String> LAUNCHERS = List.of(
            "org/springframework/boot/loader/", "org/eclipse/jdt/internal/jarinjarloader/", "com/simontuffs/onejar/");

    private final boolean areAllRead;
    private final Set<String> mainPackages;

    private LibraryClasses(boolean areAllRead, Set<String> mainPackages) {
        this.areAllRead = areAllRead;
        this.mainPackages = mainPackages;
    }

    /**
     * Finds out which they are.
     *
     * @param own whether the archive is the application itself
     * @param folders those of its classes, each ending in a slash
     */
    static LibraryClasses of(boolean own, Collection<String> folders, Attributes manifest) {
        if (!own) {
            return new LibraryClasses(false, Set.of());
        }
        long libraries = folders.stream()
                .map(Names::libraryOf)
                .filter(library -> !library.isEmpty() && !library.startsWith(Names.OURS))
                .distinct()
                .limit(SEVERAL)
                .count();
        Set<String> mainPackages = Stream.of("Main-Class", "Start-Class")
                .map(manifest::getValue)
                .filter(Objects::nonNull)
                .map(name -> name.strip().replace('.', '/'))
                .map(LibraryClasses::folder)
                .filter(folder -> !folder.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new LibraryClasses(libraries < SEVERAL, mainPackages);
    }

    /** The folder of a class, which ends in a slash. */
    static String folder(String className) {
        return className.substring(0, className.lastIndexOf('/') + 1);
    }

    /** Whether the classes of this folder are not read. */
    boolean have(String folder) {
        if (LAUNCHERS.stream().anyMatch(folder::startsWith)) {
            return true;
        }
        String library = Names.libraryOf(folder);
        if (library.isEmpty() || library.startsWith(Names.OURS)) {
            return !library.isEmpty();
        }
        return !areAllRead && mainPackages.stream().noneMatch(folder::startsWith);
    }
}
