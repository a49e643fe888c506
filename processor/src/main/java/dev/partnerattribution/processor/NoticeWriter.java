package dev.partnerattribution.processor;

import dev.partnerattribution.templates.CustomerNotice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the notice to customers, with a partner's name, to where it gets into the jar. */
final class NoticeWriter {
    static final String NAME = "META-INF/partner-attribution-notice.txt";

    private static final String OPT_OUT =
            "To opt out, set the environment variable PARTNER_ATTRIBUTION_OPT_OUT=true " + "where the software runs.\n";

    private final Filer filer;

    NoticeWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * @param module the name of the module and a slash, or empty
     * @param partners their names
     * @param annotated the classes that name them
     */
    void write(String module, Collection<String> partners, Collection<TypeElement> annotated) throws IOException {
        StringBuilder notice = new StringBuilder();
        for (String partner : partners) {
            notice.append(CustomerNotice.SDK.text(partner)).append("\n\n");
        }
        FileObject file =
                filer.createResource(StandardLocation.CLASS_OUTPUT, module, NAME, annotated.toArray(new Element[0]));
        try (OutputStream out = file.openOutputStream()) {
            out.write(notice.append(OPT_OUT).toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
