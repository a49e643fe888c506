package dev.partnerattribution.weave.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Called by woven code where it called {@code ProcessBuilder.startPipeline}. */
public final class Pipelines {
    private Pipelines() {}

    /** In place of {@code ProcessBuilder.startPipeline(builders)}. */
    public static List<Process> startPipeline(List<ProcessBuilder> builders) throws IOException {
        List<HandedDown> handed = new ArrayList<>();
        if (builders != null) {
            builders.forEach(builder -> handed.add(HandedDown.to(builder)));
        }
        try {
            return ProcessBuilder.startPipeline(builders);
        } finally {
            handed.forEach(HandedDown::takeBack);
        }
    }
}
