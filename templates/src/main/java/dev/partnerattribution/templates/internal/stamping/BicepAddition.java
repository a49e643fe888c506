package dev.partnerattribution.templates;

import dev.partnerattribution.TrackingId;

/** The pid deployment at the end of a Bicep file. */
final class BicepAddition {
    private BicepAddition() {}

    static Edit of(Source source, Model model, TrackingId id, Scope scope) {
        String lineBreak = FileStyle.lineBreak(source, source.start());
        FileStyle style = new FileStyle(lineBreak.isEmpty() ? "\n" : lineBreak, unit(source, model), ": ");
        String text = PidDeployment.lines(PidDeployment.bicep(PidDeployment.symbol(model), id, scope), style, "");
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
