package dev.partnerattribution.cli.doctor.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerattribution.cli.doctor.diagnosing.Archive;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassFileTest {
    private static final byte[] BYTES = Archive.compiled(
                    """
            package com.contoso;
            @Deprecated
            public final class Tool implements Runnable {
                public static final String ID = "the-id";
                static final int NUMBER = 7;
                static final long LONG = 1234567890123L;
                String name() { return "the-name"; }
                String id() { return ID; }
                int number() { return 3; }
                @Override public void run() {
                    try { Runtime.getRuntime().exec(new String[][] {{"az"}}[0]); } catch (java.io.IOException e) { throw new IllegalStateException("no" + LONG + e); }
                }
            }
            """)
            .get("com/contoso/Tool.class");

    @Test
    void it_tells_names_texts_and_calls() throws IOException {
        ClassFile file = ClassFile.of(BYTES);

        assertThat(file.name()).isEqualTo("com/contoso/Tool");
        assertThat(file.implementsInterface("java/lang/Runnable")).isTrue();
        assertThat(file.classes()).contains("java/lang/Runtime", "java/lang/String");
        assertThat(file.strings()).contains("the-id", "the-name", "az");
        assertThat(file.calls("java/lang/Runtime", "exec")).isTrue();
        assertThat(file.calls("java/lang/Runtime", "exit")).isFalse();
        assertThat(file.isAnnotatedWith("Ljava/lang/Deprecated;")).isTrue();
        assertThat(file.isAnnotatedWith("Ljava/lang/Override;")).isFalse();
    }

    /** A Java newer than any library knows leaves what is read here as it was. */
    @Test
    void a_class_of_a_newer_java_is_read_as_any_other() throws IOException {
        byte[] newer = BYTES.clone();
        newer[7] = 127;

        assertThat(ClassFile.of(newer).strings()).isEqualTo(ClassFile.of(BYTES).strings());
        assertThat(ClassFile.of(newer).constantTexts())
                .isEqualTo(ClassFile.of(BYTES).constantTexts());
    }

    @Test
    void it_tells_constant_fields_and_methods() throws IOException {
        assertThat(ClassFile.of(BYTES).constantTexts())
                .containsEntry("ID", "the-id")
                .containsEntry("name", "the-name")
                .containsEntry("id", "the-id")
                .doesNotContainKeys("NUMBER", "number", "run");
    }

    /** Wherever it ends, and whatever byte is broken, there is an answer or an IOException. */
    @Test
    void what_is_cut_off_or_broken_is_told_and_nothing_worse() {
        for (int length = 0; length < BYTES.length; length++) {
            byte[] cut = Arrays.copyOf(BYTES, length);
            if (length < BYTES.length / 2) {
                assertThatThrownBy(() -> ClassFile.of(cut)).isInstanceOf(IOException.class);
            } else {
                read(cut);
            }
        }
        for (int i = 0; i < BYTES.length; i++) {
            for (int broken : new int[] {0, 0x7f, 0xff}) {
                byte[] bytes = BYTES.clone();
                bytes[i] = (byte) broken;
                read(bytes);
            }
        }
    }

    private static void read(byte[] bytes) {
        try {
            ClassFile file = ClassFile.of(bytes);
            assertThat(file.classes().size() + file.strings().size()).isNotNegative();
            assertThat(file.calls("java/lang/Runtime", "none")).isFalse();
            assertThat(file.constantTexts()).isNotNull();
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
