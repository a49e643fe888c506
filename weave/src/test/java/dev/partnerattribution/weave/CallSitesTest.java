package dev.partnerattribution.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

class CallSitesTest {
    private static final String TYPE = "dev/partnerattribution/weave/Caller";
    private static final String SENDS = "java/lang/ProcessBuilder.start|java/lang/ProcessBuilder.startPipeline|"
            + "java/lang/Runtime.exec|java/net/URL.openConnection|java/net/URL.openStream|java/net/URL.getContent|"
            + "java/net/http/HttpClient.send|java/net/http/HttpClient.sendAsync";

    private final Woven woven = weave(TYPE);

    @Test
    void no_call_and_no_reference_is_left() {
        byte[] after = woven.changed().get(TYPE + ".class");

        assertThat(calls(OwnClassFiles.read(TYPE)))
                .filteredOn(call -> call.matches(SENDS))
                .hasSize(18);
        assertThat(calls(after)).noneMatch(call -> call.matches(SENDS));
        assertThat(calls(after))
                .filteredOn(call -> call.startsWith(Weaver.PACKAGE))
                .hasSize(18);
        assertThat(woven.notes())
                .extracting(Note::route)
                .containsExactlyInAnyOrder("child-processes", "http-url-connection", "java-net-http");
        assertThat(new ProgramWeaver().isWoven(after)).isTrue();
    }

    @Test
    void the_class_file_is_one() {
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(woven.changed().get(TYPE + ".class")), true, new PrintWriter(problems));

        assertThat(problems.toString()).doesNotContain("Exception");
    }

    @Test
    void what_was_woven_and_what_sends_nothing_stays_as_it_is() {
        byte[] once = woven.changed().get(TYPE + ".class");

        assertThat(weave(TYPE, once).changed()).isEmpty();
        assertThat(weave("dev/partnerattribution/weave/Note").changed()).isEmpty();
    }

    /** Its name is part of what is serialized. */
    @Test
    void a_reference_that_can_be_serialized_stays_and_is_told() {
        String type = "dev/partnerattribution/weave/SerializableCaller";
        Woven left = weave(type);

        assertThat(left.changed()).isEmpty();
        assertThat(left.notes()).singleElement().satisfies(note -> {
            assertThat(note.route()).isEqualTo("http-url-connection");
            assertThat(note.problem()).contains("write a lambda expression in its place");
        });
    }

    @Test
    void of_what_is_no_class_file_it_is_said_that_it_stays() {
        Woven left = weave("a/B", new byte[] {1, 2, 3, 4});

        assertThat(left.changed()).isEmpty();
        assertThat(left.notes()).singleElement().satisfies(note -> assertThat(note.problem())
                .contains("can't be read"));
    }

    private static Woven weave(String type) {
        return weave(type, OwnClassFiles.read(type));
    }

    private static Woven weave(String type, byte[] classFile) {
        ClassFiles files = new ClassFiles() {
            @Override
            public Collection<String> names() {
                return List.of(type);
            }

            @Override
            public byte[] find(String name) {
                return Map.of(type, classFile).get(name);
            }
        };
        return new ProgramWeaver().weave(files, files);
    }

    private static List<String> calls(byte[] classFile) {
        List<String> calls = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, new ClassWriter(0)) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String called, String type, boolean isInterface) {
                                        calls.add(owner + "." + called);
                                    }

                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String called, String type, Handle bootstrap, Object... arguments) {
                                        for (Object argument : arguments) {
                                            if (argument instanceof Handle handle) {
                                                calls.add(handle.getOwner() + "." + handle.getName());
                                            }
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return calls;
    }
}
