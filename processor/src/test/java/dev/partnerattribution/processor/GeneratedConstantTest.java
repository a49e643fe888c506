package dev.partnerattribution.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** An ID that another processor generates, as build-information plug-ins do. */
class GeneratedConstantTest {

    @Test
    void a_constant_that_comes_in_a_later_round_is_waited_for() {
        Compilation compilation = compile("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFiles().stream().map(GoldenTest::content))
                .anyMatch(source -> source.contains("\"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\""));
    }

    @Test
    void and_checked_then() {
        assertThat(compile("").diagnostics().stream().map(Note::of))
                .containsExactly(new Note(
                        "error",
                        1,
                        60,
                        "[partner-attribution:invalid-id] guid: it is blank: "
                                + "use the GUID that you registered in Partner Center"));
    }

    private static Compilation compile(String guid) {
        return javac().withProcessors(new PartnerAttributionProcessor(), new BuildInfo(guid))
                .compile(JavaFileObjects.forSourceString(
                        "DeployTool",
                        "@dev.partnerattribution.PartnerAttribution(guid = BuildInfo.GUID) class DeployTool {}"));
    }

    /** Generates {@code BuildInfo.GUID}. */
    @SupportedAnnotationTypes("*")
    private static final class BuildInfo extends AbstractProcessor {
        private final String guid;
        private boolean generated;

        BuildInfo(String guid) {
            this.guid = guid;
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!generated) {
                generated = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("BuildInfo").openWriter()) {
                    out.write("class BuildInfo { static final String GUID = \"" + guid + "\"; }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
