package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.reading.Node;
import dev.partnerattribution.templates.internal.reading.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pid deployment at the end of a Bicep file, behind the parameter that switches it off. */
final class BicepAddition {
    private BicepAddition() {}

    static Edit of(Source source, Model model, NameText name, Scope scope, @Nullable String optOut) {
        String lineBreak = FileStyle.lineBreak(source, source.start());
        FileStyle style = new FileStyle(lineBreak.isEmpty() ? "\n" : lineBreak, unit(source, model), ": ");
        boolean declared = optOut != null && model.taken().contains(optOut);
        List<String> lines = DeploymentText.bicep(DeploymentText.symbol(model), name, scope, optOut, declared);
        String text = DeploymentText.lines(lines, style, "");
        int end = source.length();
        if (end == source.start()) {
            return Edit.insert(end, text + style.lineBreak());
        }
        boolean lastLineEnds = Source.isLineBreak(source.at(end - 1));
        return Edit.insert(
                end,
                lastLineEnds
                        ? style.lineBreak() + text + style.lineBreak()
                        : style.lineBreak() + style.lineBreak() + text);
    }

    /** That of the first resource's first property; two spaces, as Bicep's own formatter has it, if there is none. */
    private static String unit(Source source, Model model) {
        for (Resource resource : model.resources()) {
            for (Node.Field field : resource.body().fields()) {
                if (!resource.nested() && source.startsLine(field.start()) && source.startsLine(resource.start())) {
                    return FileStyle.step(source.indent(resource.start()), source.indent(field.start()));
                }
            }
        }
        return "  ";
    }
}
