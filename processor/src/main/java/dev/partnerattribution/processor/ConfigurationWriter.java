package dev.partnerattribution.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.partnerattribution.AttributionConfiguration;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Writes the configuration class of a declaration. The same declaration gives the same bytes. */
final class ConfigurationWriter {
    private static final String TRACKING_ID = "TRACKING_ID";
    private static final String PARTNER = "PARTNER";

    private final Filer filer;
    private final Elements elements;

    ConfigurationWriter(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** @throws javax.annotation.processing.FilerException if there is a class of that name already */
    void write(Declaration declaration) throws IOException {
        String name = declaration.generated().canonicalName();
        JavaFile file = JavaFile.builder(declaration.generated().packageName(), type(declaration))
                .indent("    ")
                .build();
        try (Writer writer = filer.createSourceFile(name, declaration.type()).openWriter()) {
            writer.write(ascii(file.toString()));
        }
    }

    private TypeSpec type(Declaration declaration) {
        TypeSpec.Builder type = TypeSpec.classBuilder(declaration.generated().simpleName())
                // No type that only Javadoc names: to ECJ its import is an unused one.
                .addJavadoc("What {@link $T} says by @PartnerAttribution.\n", ClassName.get(declaration.type()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(AttributionConfiguration.class)
                .addField(constant(
                        TRACKING_ID, declaration.id().id().token(), "The tracking ID as it stands in a User-Agent.\n"))
                .addField(constant(PARTNER, declaration.partner().text(), "The partner's name, or the empty string.\n"))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For {@code ServiceLoader}.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(getter("annotatedClass", "$S", declaration.annotatedClass()))
                .addMethod(getter("trackingId", "$L", TRACKING_ID))
                .addMethod(getter("partner", "$L", PARTNER));
        ClassName generated = generatedAnnotation(declaration.type());
        if (generated != null) {
            type.addAnnotation(AnnotationSpec.builder(generated)
                    .addMember("value", "$S", PartnerAttributionProcessor.class.getName())
                    .build());
        }
        return type.build();
    }

    private static FieldSpec constant(String name, String value, String javadoc) {
        return FieldSpec.builder(String.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(javadoc)
                .initializer("$S", value)
                .build();
    }

    private static MethodSpec getter(String name, String format, String value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return " + format, value)
                .build();
    }

    /** As the annotated class sees it: a named module need not read java.compiler, and Java 8 has another one. */
    private @Nullable ClassName generatedAnnotation(TypeElement annotated) {
        var module = elements.getModuleOf(annotated);
        for (String name : new String[] {"javax.annotation.processing.Generated", "javax.annotation.Generated"}) {
            TypeElement found = module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
            if (found != null) {
                return ClassName.get(found);
            }
        }
        return null;
    }

    /** The compiler writes and reads sources in the encoding of the build, which may lack a letter; ASCII lacks none. */
    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
