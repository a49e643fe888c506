package dev.partnerattribution.agent.library;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** What ASM reads in class files: it has nothing in common with how ours are written. */
final class ReadByAsm {
    private ReadByAsm() {}

    /** All that is said in a class file, each stack map frame in full; without type annotations on code. */
    static String text(byte[] classFile) {
        return text(read(classFile));
    }

    /** The same, with as many instructions taken off each method as it has more than the original. */
    static String textWithoutPrefixes(byte[] classFile, byte[] original) {
        ClassNode spliced = read(classFile);
        List<MethodNode> before = read(original).methods;
        for (int i = 0; i < before.size(); i++) {
            takeOffPrefix(spliced.methods.get(i), before.get(i));
        }
        return text(spliced);
    }

    /** Of all methods. */
    static int instructions(byte[] classFile) {
        return read(classFile).methods.stream()
                .mapToInt(ReadByAsm::instructions)
                .sum();
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        node.methods.forEach(ReadByAsm::dropTypeAnnotations);
        return node;
    }

    private static void dropTypeAnnotations(MethodNode method) {
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        for (AbstractInsnNode instruction : method.instructions) {
            instruction.visibleTypeAnnotations = null;
            instruction.invisibleTypeAnnotations = null;
        }
        method.tryCatchBlocks.forEach(block -> {
            block.visibleTypeAnnotations = null;
            block.invisibleTypeAnnotations = null;
        });
    }

    private static void takeOffPrefix(MethodNode spliced, MethodNode original) {
        for (int more = instructions(spliced) - instructions(original); more > 0; ) {
            AbstractInsnNode first = spliced.instructions.getFirst();
            more -= isInstruction(first) ? 1 : 0;
            spliced.instructions.remove(first);
        }
        spliced.tryCatchBlocks.removeIf(block -> !spliced.instructions.contains(block.start));
        spliced.maxStack = original.maxStack; // may be more; whether it is enough, the verifier says
        spliced.maxLocals = original.maxLocals;
    }

    private static int instructions(MethodNode method) {
        int count = 0;
        for (AbstractInsnNode node : method.instructions) {
            count += isInstruction(node) ? 1 : 0;
        }
        return count;
    }

    /** Labels, line numbers and frames stand between them, and have no code of their own. */
    private static boolean isInstruction(AbstractInsnNode node) {
        return node.getOpcode() >= 0;
    }

    /** Of what is read a second time: where ASM sees labels that nobody needs depends on the places in the code. */
    private static String text(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        StringWriter text = new StringWriter();
        new ClassReader(writer.toByteArray())
                .accept(new TraceClassVisitor(null, new Textifier(), new PrintWriter(text)), ClassReader.EXPAND_FRAMES);
        return text.toString();
    }
}
