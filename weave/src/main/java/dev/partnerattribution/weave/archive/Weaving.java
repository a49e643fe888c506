package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.weave.ClassFiles;
import dev.partnerattribution.weave.Note;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.Weaver;
import dev.partnerattribution.weave.Woven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what becomes of each part of a program. */
final class Weaving {
    private static final String MODULE = "module-info.class";

    private final Program program;
    private final Weaver weaver;
    private final Map<String, byte[]> runtime;
    private final List<Finding> findings = new ArrayList<>();

    Weaving(Program program, Weaver weaver, WeaveOptions options) {
        this.program = program;
        this.weaver = weaver;
        runtime = weaver.runtime(options);
    }

    WovenProgram weave(boolean stripSignatures) throws IOException, WeaveException {
        Part woven = wovenBefore();
        ClassFiles classes = program.classFiles();
        List<Part> parts = program.all().toList();
        for (Part part : parts) {
            for (Place place : part.places()) {
                weave(part, place, classes, part.changes());
            }
        }
        boolean isChanged = parts.stream().anyMatch(part -> !part.changes().isEmpty());
        if (isChanged && woven != null) {
            throw WeaveException.refused(woven.shown()
                    + ": it is woven already, and not together with all of the rest: weave the originals");
        }
        if (isChanged) {
            addRuntime();
        }
        for (Part part : parts) {
            unsign(part, part.changes(), stripSignatures);
        }
        return new WovenProgram(program, findings, woven != null);
    }

    /** Weaving twice gives what weaving once gives; null if nothing was woven before. */
    private @Nullable Part wovenBefore() throws IOException, WeaveException {
        Part woven = null;
        for (Part part : program.all().toList()) {
            String home = part.layout().classes() + Weaver.PACKAGE;
            if (part.container().names().stream().anyMatch(name -> name.startsWith(home))) {
                if (!holdsRuntime(part)) {
                    throw WeaveException.refused(
                            part.shown() + ": it is woven already, by another version or with another tracking ID:"
                                    + " weave the original");
                }
                woven = part;
            }
        }
        return woven;
    }

    private boolean holdsRuntime(Part part) throws IOException {
        for (Map.Entry<String, byte[]> ours : runtime.entrySet()) {
            String entry = part.layout().classes() + ours.getKey();
            if (!part.container().has(entry)
                    || !isSame(ours.getKey(), ours.getValue(), part.container().content(entry))) {
                return false;
            }
        }
        return true;
    }

    /** What was woven stands at the end of the properties. */
    private static boolean isSame(String name, byte[] ours, byte[] theirs) {
        int length = name.equals(Weaver.PROPERTIES) ? Math.min(ours.length, theirs.length) : theirs.length;
        return Arrays.equals(ours, 0, ours.length, theirs, 0, length);
    }

    private void weave(Part part, Place place, ClassFiles classes, Changes change) {
        Woven woven = weaver.weave(place, classes);
        woven.changed().forEach((name, bytes) -> change.contents().put(place.folder() + name, bytes));
        woven.added().forEach((name, bytes) -> change.contents().put(place.folder() + name, bytes));
        for (Note note : woven.notes()) {
            findings.add(new Finding(part.shown(), note));
        }
    }

    /** The first part is the program itself, which its other parts see, or at least are seen by together. */
    private void addRuntime() throws IOException {
        Part part = program.parts().get(0);
        Map<String, byte[]> contents = part.changes().contents();
        Set<String> packages = new TreeSet<>();
        runtime.forEach((name, bytes) -> {
            contents.put(part.layout().classes() + name, name.equals(Weaver.PROPERTIES) ? withRoutes(bytes) : bytes);
            packages.add(name.substring(0, name.lastIndexOf('/')));
        });
        for (Place place : part.places()) {
            declare(packages, part.container(), place.folder() + MODULE, contents);
        }
        for (String folder : List.of("BOOT-INF/", "WEB-INF/")) {
            String index = folder + "layers.idx";
            if (part.container().has(index)) {
                byte[] old = part.container().content(index);
                byte[] now = LayersIndex.with(part.layout().classes() + Weaver.PACKAGE, old);
                if (!Arrays.equals(old, now)) {
                    contents.put(index, now);
                }
            }
        }
    }

    /** So that tools can tell what was woven from what only lies beside it. */
    private byte[] withRoutes(byte[] properties) {
        String routes = findings.stream()
                .filter(finding -> !finding.isProblem())
                .map(finding -> finding.note().route())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return (new String(properties, UTF_8) + WeaveOptions.ROUTES + "=" + routes + "\n").getBytes(UTF_8);
    }

    private static void declare(
            Set<String> packages, Container container, String declaration, Map<String, byte[]> contents)
            throws IOException {
        if (container.has(declaration)) {
            byte[] old = container.content(declaration);
            byte[] now = ModuleDeclaration.with(packages, old);
            if (!Arrays.equals(old, now)) {
                contents.put(declaration, now);
            }
        }
    }

    private static void unsign(Part part, Changes change, boolean stripSignatures) throws IOException, WeaveException {
        Set<String> signatures = part.signatures();
        boolean isChanged = part.all().anyMatch(each -> !each.changes().isEmpty());
        if (!isChanged || signatures.isEmpty()) {
            return;
        }
        if (!stripSignatures) {
            throw WeaveException.refused(part.shown()
                    + ": it is signed, and what is woven is no longer what was signed: --strip-signatures takes the"
                    + " signature out, so that Java loads it; who asks for one will refuse it until you sign it anew");
        }
        change.removed().addAll(signatures);
        if (part.container().has(Container.MANIFEST)) {
            byte[] manifest = part.container().content(Container.MANIFEST);
            change.contents().put(Container.MANIFEST, Manifest.withoutDigests(manifest));
        }
    }
}
