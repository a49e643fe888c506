package dev.partnerattribution.cli.template;

import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.templates.TemplateFile;
import dev.partnerattribution.templates.TemplateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Finding templates, with faults told as a person wants to hear them. */
final class Files {
    private Files() {}

    /** @throws Failure if one of the patterns names nothing, or something can't be read */
    static List<TemplateFile> find(List<String> patterns) {
        try {
            return TemplateFiles.find(patterns);
        } catch (IOException e) {
            throw failure(e);
        } catch (InvalidPathException e) {
            throw Failure.ofFile(e.getMessage() + ": check the spelling");
        }
    }

    static Failure failure(IOException fault) {
        if (fault instanceof NoSuchFileException missing) {
            return Failure.ofFile(missing.getFile() + ": there is no such file or folder; check the spelling");
        }
        if (fault instanceof AccessDeniedException denied) {
            return Failure.ofFile(denied.getFile() + ": access is denied; get the right to it, or name other files");
        }
        return Failure.ofFile(
                fault instanceof FileSystemException named && named.getReason() != null
                        ? named.getFile() + ": " + named.getReason()
                        : String.valueOf(fault.getMessage()));
    }
}
