package dev.partnerattribution.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.TrackingId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;

/** What a woven program carries of ours. */
class RuntimeClassesTest {
    private static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3b5f-4d7e-9a41-5f2c8b9d0e63");
    private static final Map<String, byte[]> ENTRIES = new ProgramWeaver().runtime(new WeaveOptions(ID));

    @Test
    void it_lies_in_a_package_of_its_own_and_is_complete() {
        assertThat(ENTRIES).hasSizeGreaterThan(100);
        assertThat(ENTRIES.keySet()).allMatch(name -> name.startsWith(Weaver.PACKAGE));
        assertThat(named("dev/partnerattribution/"))
                .allSatisfy(name -> assertThat(ENTRIES).containsKey(name + ".class"));
    }

    @Test
    void it_needs_no_library() {
        assertThat(named("net/bytebuddy/")).isEmpty();
        assertThat(named("com/azure/")).isEmpty();
    }

    @Test
    void it_runs_where_the_program_runs() {
        Set<Integer> majors = classFiles().values().stream()
                .map(classFile -> (int) classFile[7])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(majors).containsExactly(Opcodes.V1_8, Opcodes.V11);
    }

    @Test
    void it_is_the_same_each_time() {
        Map<String, byte[]> again = new ProgramWeaver().runtime(new WeaveOptions(ID));

        assertThat(again.keySet()).containsExactlyElementsOf(ENTRIES.keySet());
        assertThat(again).allSatisfy((name, content) -> assertThat(content).isEqualTo(ENTRIES.get(name)));
    }

    @Test
    void it_says_to_tools_what_the_program_was_woven_with() {
        assertThat(new String(ENTRIES.get(Weaver.PACKAGE + "weave.properties"), StandardCharsets.UTF_8))
                .contains("tracking-id=" + ID);
        assertThat(new String(
                        new ProgramWeaver().runtime(new WeaveOptions(null)).get(Weaver.PACKAGE + "weave.properties"),
                        StandardCharsets.UTF_8))
                .doesNotContain("tracking-id");
    }

    private static Map<String, byte[]> classFiles() {
        return ENTRIES.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".class"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> named(String start) {
        Set<String> names = new TreeSet<>();
        Remapper noting = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                names.add(name);
                return name;
            }
        };
        classFiles().values().forEach(classFile -> new ClassReader(classFile)
                .accept(new ClassRemapper(new ClassWriter(0), noting), 0));
        return names.stream().filter(name -> name.startsWith(start)).collect(Collectors.toCollection(TreeSet::new));
    }
}
