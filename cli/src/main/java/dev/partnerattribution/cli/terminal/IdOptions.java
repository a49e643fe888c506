package dev.partnerattribution.cli.terminal;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The two options by which every command takes a tracking ID, or else the environment variables that the agent reads. */
public final class IdOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @ArgGroup
    private final Given given = new Given();

    static final class Given {
        @Option(
                names = "--guid",
                paramLabel = "GUID",
                description = "The GUID that you registered in Partner Center, bare.")
        @Nullable
        String guid;

        @Option(
                names = "--tracking-id",
                paramLabel = "ID",
                description = {
                    "Or the whole tracking ID as Partner Center shows it for a marketplace offer: pid-...-partnercenter.",
                    "Without either: $PARTNER_ATTRIBUTION_GUID or $PARTNER_ATTRIBUTION_TRACKING_ID."
                })
        @Nullable
        String trackingId;

        @Option(names = "--trackingId", hidden = true)
        @Nullable
        String spelledAsInJava;
    }

    /**
     * The tracking ID. A doubtful one is accepted, with a warning on stderr.
     *
     * @throws ParameterException if none is given, or one that is none; the message says which and why
     */
    public TrackingId trackingId() {
        TrackingId id = orNull();
        if (id == null) {
            throw wrong("no tracking ID is given: say --guid GUID, or --tracking-id ID for a marketplace offer");
        }
        return id;
    }

    /** The same, or null if none is given. */
    public @Nullable TrackingId orNull() {
        if (!isGiven()) {
            return ofEnvironment();
        }
        String whole = given.trackingId != null ? given.trackingId : given.spelledAsInJava;
        return given.guid != null ? guid("--guid", given.guid) : whole("--tracking-id", String.valueOf(whole));
    }

    /** Whether an option gives one. */
    public boolean isGiven() {
        return given.guid != null || given.trackingId != null || given.spelledAsInJava != null;
    }

    private @Nullable TrackingId ofEnvironment() {
        String guid = System.getenv("PARTNER_ATTRIBUTION_GUID");
        String words = System.getenv("PARTNER_ATTRIBUTION_TRACKING_ID");
        String whole = words != null ? words : System.getenv("PARTNER_ATTRIBUTION_TRACKINGID");
        if (guid != null && whole != null) {
            throw wrong("PARTNER_ATTRIBUTION_GUID and PARTNER_ATTRIBUTION_TRACKING_ID are both set: keep the one that "
                    + "Partner Center shows");
        }
        if (guid == null && whole == null) {
            return null;
        }
        return guid != null
                ? guid("PARTNER_ATTRIBUTION_GUID", guid)
                : whole("PARTNER_ATTRIBUTION_TRACKING_ID", String.valueOf(whole));
    }

    private TrackingId guid(String source, String text) {
        try {
            return warned(TrackingId.ofGuid(text));
        } catch (InvalidTrackingIdException e) {
            throw wrong(source + ": " + e.getMessage());
        }
    }

    private TrackingId whole(String source, String text) {
        try {
            return warned(TrackingId.parse(text));
        } catch (InvalidTrackingIdException e) {
            throw wrong(source + ": " + e.getMessage());
        }
    }

    private TrackingId warned(TrackingId id) {
        if (id.doubt() != null) {
            command.commandLine().getErr().println("warning: " + id + " is probably not meant: " + id.doubt());
        }
        return id;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
