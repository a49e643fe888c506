package dev.partnerattribution.cli.doctor.scanning;

/** What could not be looked at, so that nothing can be said of it. */
public record Unread(String where, String why) {
    @Override
    public String toString() {
        return where + ": " + why;
    }
}
