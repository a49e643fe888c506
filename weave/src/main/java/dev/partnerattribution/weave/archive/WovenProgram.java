package dev.partnerattribution.weave.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** A program that was woven, and not written yet. It lives as long as the {@link Program}. */
public final class WovenProgram {
    private final Program program;
    private final List<Finding> findings;
    private final boolean wasWoven;

    WovenProgram(Program program, List<Finding> findings, boolean wasWoven) {
        this.program = program;
        this.findings = findings;
        this.wasWoven = wasWoven;
    }

    /** What was woven and what could not be, in the order of its parts. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Returns whether something was woven. If not, what is written are the bytes that were read. */
    public boolean isChanged() {
        return program.all().anyMatch(part -> !part.changes().isEmpty());
    }

    /** Returns whether it was woven before, in the same way. */
    public boolean wasWoven() {
        return wasWoven;
    }

    /** The archives that lose their signatures, in the order of the parts. */
    public List<String> unsigned() {
        return program.all()
                .filter(part -> !part.changes().removed().isEmpty())
                .map(Part::shown)
                .toList();
    }

    /** Returns whether attribution is in it, as far as can be seen: something was woven, and nothing that should be is left. */
    public boolean isComplete() {
        return wasWoven || (isChanged() && findings.stream().noneMatch(Finding::isProblem));
    }

    /** What of it is left as it is and why, a line each: what could not be woven first. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        findings.stream()
                .filter(Finding::isProblem)
                .map(problem -> "not woven: " + problem)
                .forEach(warnings::add);
        if (warnings.isEmpty() && !isComplete()) {
            warnings.add("nothing to weave: none of its " + program.classes()
                    + " classes sends requests in a way that is" + " known; see with emulate what it sends");
        }
        for (Part part : program.parts()) {
            boolean isOneOfSeveral =
                    program.parts().size() > 1 && !part.changes().isEmpty();
            new Remarks(part).all(isOneOfSeveral).forEach(remark -> warnings.add("note: " + remark));
        }
        List<String> modules = program.parts().stream()
                .filter(part -> !part.changes().isEmpty() && part.container().has("module-info.class"))
                .map(Part::shown)
                .toList();
        if (program.parts().size() > 1 && !modules.isEmpty()) {
            warnings.add(
                    "note: keep these named modules on the class path; on a module path they would not see what was"
                            + " woven into the first: " + String.join(", ", modules));
        }
        return warnings;
    }

    /**
     * Writes it: an archive as an archive, a folder as a folder, several as a folder that holds them all. Whoever looks sees
     * nothing or all of it; if it fails, what was there is there.
     *
     * @return what was written, in the order of the class path
     * @throws WeaveException if it can't be written
     */
    public List<Path> writeTo(Output output) throws WeaveException {
        try {
            writeLibraries();
            return output.write(program.inputs(), this::write);
        } catch (ZipException e) {
            throw WeaveException.file(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw WeaveException.file(output + ": it can't be written: " + e.getMessage());
        }
    }

    private void writeLibraries() throws IOException {
        for (Part part : program.parts()) {
            for (Map.Entry<String, Part> library : part.libraries().entrySet()) {
                if (!library.getValue().changes().isEmpty()) {
                    Path file = program.workspace().newFile();
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        writeZip(library.getValue(), out);
                    }
                    part.changes().nested().put(library.getKey(), file);
                }
            }
        }
    }

    /** Writes one of the inputs: a folder as a folder that is made, else a file. */
    private void write(int input, Output.Target target) throws IOException {
        Part part = program.parts().get(input);
        if (part.container() instanceof FolderContainer folder) {
            folder.writeTo(target.folder(), part.changes());
        } else {
            target.file(out -> writeZip(part, out));
        }
    }

    private void writeZip(Part part, OutputStream out) throws IOException {
        ZipContainer zip = (ZipContainer) part.container();
        try {
            if (part.changes().isEmpty()) {
                zip.copyTo(out);
            } else {
                zip.writeTo(out, part.changes(), program.workspace());
            }
        } catch (ZipException e) {
            throw new ZipException(part.shown() + ": " + e.getMessage());
        }
    }
}
