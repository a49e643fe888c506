package dev.partnerattribution.weave.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerattribution.weave.ClassFiles;
import dev.partnerattribution.weave.Note;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.Weaver;
import dev.partnerattribution.weave.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/** Weaves each class whose name ends with {@code Client}: it gets a field, and a helper beside it. */
final class MarkingWeaver implements Weaver {
    static final String ENGINE = PACKAGE + "engine/Bridge";

    static boolean isMarked(byte[] classFile) {
        return new String(classFile, UTF_8).contains("markedByWeaver");
    }

    @Override
    public Woven weave(ClassFiles unit, ClassFiles program) {
        Map<String, byte[]> changed = new TreeMap<>();
        Map<String, byte[]> added = new TreeMap<>();
        List<Note> notes = new ArrayList<>();
        for (String name : unit.names()) {
            if (name.endsWith("Client") && !isMarked(unit.find(name))) {
                changed.put(name + ".class", mark(name, unit));
                added.put(name + "Helper.class", type(name + "Helper"));
                notes.add(new Note(name, "marking", null));
            }
            if (name.endsWith("Odd")) {
                notes.add(new Note(name, "marking", "it is odd: use the agent"));
            }
        }
        return new Woven(changed, added, notes);
    }

    private static byte[] mark(String name, ClassFiles unit) {
        ClassReader reader = new ClassReader(unit.find(name));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        writer.visitField(0x1009, "markedByWeaver", "L" + ENGINE + ";", null, null)
                .visitEnd();
        return writer.toByteArray();
    }

    private static byte[] type(String name) {
        return new ByteBuddy()
                .subclass(Object.class)
                .name(name.replace('/', '.'))
                .make()
                .getBytes();
    }

    @Override
    public Map<String, byte[]> runtime(WeaveOptions options) {
        return new TreeMap<>(Map.of(
                ENGINE + ".class",
                type(ENGINE),
                PACKAGE + "woven.properties",
                ("id=" + options.trackingId()).getBytes(UTF_8)));
    }

    @Override
    public boolean isWoven(byte[] classFile) {
        return isMarked(classFile);
    }
}
