package dev.partnerattribution.weave;

import dev.partnerattribution.agent.ClassWatcher;
import dev.partnerattribution.agent.engine.ClassFileMajor;
import dev.partnerattribution.agent.engine.TypeInstrumentation;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes of one place, one after the other. */
final class UnitWeaving {
    /** In place of a route. */
    private static final String ANY = "any";

    private final ClassFiles program;
    private final Map<String, byte[]> changed = new TreeMap<>();
    private final Map<String, byte[]> added = new TreeMap<>();
    private final List<Note> notes = new ArrayList<>();

    /** Of this place alone: where a library was relocated is remembered by package. */
    private final Map<String, TypeInstrumentation> definitions = new TreeMap<>();

    UnitWeaving(ClassFiles program) {
        this.program = program;
    }

    /** One that can't be read, for it is of a Java that nobody knows yet, or is none, stays as it is. */
    void add(String type, byte[] before) {
        try {
            byte[] after = CallSites.substituted(type, instrumented(type, before), notes);
            if (after != before) {
                changed.put(type + ".class", after);
            }
        } catch (RuntimeException e) {
            notes.add(new Note(type, ANY, "its class file can't be read: " + e));
        }
    }

    private byte[] instrumented(String type, byte[] classFile) {
        LibraryInstrumentation definition = definitionOf(type);
        return definition == null
                ? AnnotatedConfigurations.known(type, classFile)
                : instrumented(definition, type, classFile);
    }

    private @Nullable LibraryInstrumentation definitionOf(String type) {
        String name = ClassWatcher.definitionOf(type);
        return name == null || !RuntimeClasses.isWoven(name)
                ? null
                : (LibraryInstrumentation) definitions.computeIfAbsent(name, TypeInstrumentation::ofName);
    }

    private byte[] instrumented(LibraryInstrumentation definition, String type, byte[] classFile) {
        if (!definition.instruments(type)) {
            noteWhatIsMissing(definition, type);
            return classFile;
        }
        if (!definition.isMeant(classFile)) {
            return classFile;
        }
        try {
            byte[] instrumented = ClassFileMajor.apply(definition, classFile, false);
            if (instrumented != classFile) {
                WovenBeside.of(definition, type).forEach((name, beside) -> added.put(name + ".class", beside));
                notes.add(new Note(type, definition.route().label(), null));
            }
            return instrumented;
        } catch (RuntimeException | LinkageError e) {
            notes.add(new Note(
                    type,
                    definition.route().label(),
                    e.getMessage() + "; known are " + definition.route().versions()));
            return classFile;
        }
    }

    /** It is another class of the same library. Of one that was relocated only what is instrumented counts. */
    private void noteWhatIsMissing(LibraryInstrumentation definition, String landmark) {
        if (ClassWatcher.definitions().containsKey(landmark)
                && definition.isMissing(type -> program.find(type) != null)) {
            notes.add(new Note(
                    landmark,
                    definition.route().label(),
                    "the class that is to be woven is not there; known are "
                            + definition.route().versions()));
        }
    }

    Woven result() {
        return new Woven(changed, added, notes);
    }
}
