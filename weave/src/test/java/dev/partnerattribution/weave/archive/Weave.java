package dev.partnerattribution.weave.archive;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.weave.WeaveOptions;
import java.nio.file.Path;
import java.util.List;

/** Weaves as a caller does. */
final class Weave {
    private static final TrackingId ID = TrackingId.ofGuid("7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73");

    private final List<Path> inputs;
    private boolean stripSignatures;
    private TrackingId id = ID;

    private Weave(List<Path> inputs) {
        this.inputs = inputs;
    }

    static Weave of(Path... inputs) {
        return new Weave(List.of(inputs));
    }

    Weave strippingSignatures() {
        stripSignatures = true;
        return this;
    }

    Weave with(String guid) {
        id = TrackingId.ofGuid(guid);
        return this;
    }

    /** What is known before anything is written. */
    record Result(List<String> warnings, boolean isChanged, boolean wasWoven) {}

    Result to(Path output) throws WeaveException {
        Output target = Output.of(output, inputs, false);
        try (Program program = Program.open(inputs)) {
            WovenProgram woven = program.weave(new MarkingWeaver(), new WeaveOptions(id), stripSignatures);
            woven.writeTo(target);
            return new Result(woven.warnings(), woven.isChanged(), woven.wasWoven());
        }
    }
}
