package dev.partnerattribution.cli.template;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.templates.TemplateFile;
import dev.partnerattribution.templates.TemplateFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;

/** Finding templates, with faults told as a person wants to hear them. */
final class Files {
    private Files() {}

    /** @throws Failure if one of the patterns names nothing, or something can't be read */
    static List<TemplateFile> find(List<String> patterns) {
        try {
            return TemplateFiles.find(patterns);
        } catch (IOException e) {
            throw Failure.ofFile(e);
        } catch (InvalidPathException e) {
            throw Failure.ofFile(e.getMessage() + ": check the spelling");
        }
    }
}
