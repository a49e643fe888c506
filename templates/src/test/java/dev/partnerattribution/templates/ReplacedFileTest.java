package dev.partnerattribution.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_template() throws IOException {
        file = Files.writeString(folder.resolve("azuredeploy.json"), Seeds.ARM.get(0));
    }

    private Stamped stamped() throws IOException {
        return (Stamped) Stamping.of(Ids.OURS).stamp(Template.read(file));
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(found -> found.getFileName().toString()).filter(name -> name.endsWith("tmp")))
                    .isEmpty();
        }
    }

    @Test
    void nothing_is_written_before_it_is_asked_for() throws IOException {
        stamped().diff();
        assertThat(file).hasContent(Seeds.ARM.get(0));
    }

    @Test
    void the_file_is_replaced_and_nothing_is_left_beside_it() throws IOException {
        Stamped stamped = stamped();
        stamped.replace(file);
        assertThat(file).hasBinaryContent(stamped.bytes());
        assertAlone();
    }

    @Test
    void its_permissions_stay() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: this file system has no POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rwxr--"));
        stamped().replace(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rwxr--");
    }

    @Test
    void a_symbolic_link_stays_one() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: symbolic links need rights of their own here");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        Stamped stamped = stamped();
        stamped.replace(link);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(stamped.bytes());
        assertAlone();
    }

    @Test
    void a_file_that_is_gone_is_said() throws IOException {
        Stamped stamped = stamped();
        Files.delete(file);
        assertThatThrownBy(() -> stamped.replace(file)).isInstanceOf(NoSuchFileException.class);
        assertAlone();
    }

    @Test
    void a_folder_can_not_be_replaced_by_a_template_and_nothing_is_left() throws IOException {
        Path full =
                Files.createDirectories(folder.resolve("folder.json/inside")).getParent();
        Stamped stamped = stamped();
        assertThatThrownBy(() -> stamped.replace(full)).isInstanceOf(IOException.class);
        assertThat(full).isDirectory();
        assertAlone();
    }
}
