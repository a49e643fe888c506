package dev.partnerattribution.cli.doctor.scanning;

import java.util.ArrayList;
import java.util.List;

/** What was found, in the order in which it was looked at, and what could not be looked at. */
public record Scanned(List<Contents> contents, List<Unread> unread) {
    public Scanned {
        contents = List.copyOf(contents);
        unread = List.copyOf(unread);
    }

    static Scanned of(List<Scanned> parts) {
        List<Contents> contents = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Scanned part : parts) {
            contents.addAll(part.contents);
            unread.addAll(part.unread);
        }
        return new Scanned(contents, unread);
    }
}
