package dev.partnerattribution.internal;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.children.ChildEnvironment;
import dev.partnerattribution.internal.children.ChildJvms;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.OwnRights;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.options.SourcedId;
import dev.partnerattribution.internal.program.Configurations;
import dev.partnerattribution.internal.program.NothingFound;
import dev.partnerattribution.internal.useragent.ArmHosts;
import dev.partnerattribution.internal.useragent.Stamp;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Attribution} says, and all that routes ask. Immutable and thread-safe; holds no class loader; nothing here ever
 * throws.
 */
public final class ResolvedAttribution {
    private final @Nullable TrackingId id;
    private final @Nullable Stamp stamp;
    private final @Nullable String optionsOfChildJvms;
    private final @Nullable OffReason offReason;
    private final String summary;
    private final boolean verbose;

    private ResolvedAttribution(
            TrackingId id, Stamp stamp, @Nullable String optionsOfChildJvms, String summary, boolean verbose) {
        this.id = id;
        this.stamp = stamp;
        this.optionsOfChildJvms = optionsOfChildJvms;
        this.offReason = null;
        this.summary = summary;
        this.verbose = verbose;
    }

    /** None; the summary says why in words. */
    ResolvedAttribution(OffReason offReason, String summary) {
        this.id = null;
        this.stamp = null;
        this.optionsOfChildJvms = null;
        this.offReason = offReason;
        this.summary = summary;
        this.verbose = false;
    }

    /**
     * The attribution in effect for code of the given class loaders. Reads every source anew: a caller on a frequent path
     * keeps the result.
     *
     * @param loaders where annotated configurations are looked for; the first that shows any decides
     */
    public static ResolvedAttribution effective(List<ClassLoader> loaders) {
        return resolve(loaders, null);
    }

    /** The same for an ID given in code, which stands in place of annotated configurations. */
    public static ResolvedAttribution of(TrackingId trackingId) {
        return resolve(new ArrayList<ClassLoader>(), new SourcedId(trackingId, "the program's code"));
    }

    /** Whether the operator decides, by an ID or an opt-out: then no annotation is asked, and it is one for all code. */
    public static boolean isSameForAll() {
        try {
            Settings settings = Settings.read();
            return settings.optOut() != null || settings.trackingId() != null;
        } catch (IllegalArgumentException | SecurityException e) {
            return true; // off, for all
        }
    }

    private static ResolvedAttribution resolve(List<ClassLoader> loaders, @Nullable SourcedId given) {
        try {
            return OwnRights.areAll() ? resolved(loaders, given) : OwnRights.use(() -> resolved(loaders, given));
        } catch (IllegalArgumentException e) {
            return off(String.valueOf(e.getMessage()));
        } catch (SecurityException e) {
            return off("the configuration can't be read: " + e.getMessage() + "; grant this permission");
        } catch (RuntimeException | LinkageError e) {
            return off("unexpected " + e + "; please report this");
        }
    }

    private static ResolvedAttribution resolved(List<ClassLoader> loaders, @Nullable SourcedId given) {
        Settings settings = Settings.read();
        boolean verbose = settings.verbose(); // before anything else is said
        ResolvedAttribution attribution = resolve(settings, loaders, given);
        if (attribution.offReason != OffReason.OPT_OUT) {
            for (String warning : settings.warnings()) {
                Diagnostics.once(warning);
            }
        }
        if (verbose) {
            Verbose.say(settings, attribution.toString());
        }
        return attribution;
    }

    static ResolvedAttribution resolve(Settings settings, List<ClassLoader> loaders, @Nullable SourcedId given) {
        String optOut = settings.optOut();
        if (optOut != null) {
            return new ResolvedAttribution(OffReason.OPT_OUT, "off: opted out by " + optOut);
        }
        SourcedId id = settings.trackingId();
        ArmHosts armHosts = settings.armHosts();
        // Asked for by others, who take their default where there is a mistake: off then, here.
        settings.routes();
        settings.receipts();
        if (id == null) {
            id = given != null ? given : Configurations.trackingId(loaders);
        }
        if (id == null) {
            NothingFound.report();
            return new ResolvedAttribution(OffReason.NOT_CONFIGURED, "off: no tracking ID was given");
        }
        return new ResolvedAttribution(
                id.id,
                new Stamp(id.id, armHosts),
                settings.optionsOfChildJvms(id.id),
                id.id + " from " + id.source,
                settings.verbose());
    }

    private static ResolvedAttribution off(String why) {
        Diagnostics.once("off: " + why);
        return new ResolvedAttribution(OffReason.INVALID, "off: " + why);
    }

    /**
     * What the User-Agent of a request should be.
     *
     * <p>To an ARM host: with the tracking ID at its end, unless a tracking ID is already in it. To any other host:
     * without ours. If attribution is off: as it is. Allocates nothing for a User-Agent seen lately.
     *
     * @param host the host of the request's URL, without port; null is no ARM host
     * @param userAgent the header's value, or null if there is none
     * @return the value to send; the same object where nothing changes; null only where null was given
     */
    public @Nullable String stamp(@Nullable String host, @Nullable String userAgent) {
        return stamp == null ? userAgent : stamp.apply(host, userAgent);
    }

    /** The same for a request that takes this route, of which a verbose run tells the first. */
    public @Nullable String stampOn(Route route, @Nullable String host, @Nullable String userAgent) {
        if (verbose && stamp != null && stamp.isFor(host)) {
            Diagnostics.once("route entered: " + route.label());
        }
        return stamp(host, userAgent);
    }

    /**
     * The environment to start a child process with, so that the Azure tools in it send the tracking ID too: see {@link
     * ChildEnvironment}. If attribution is off: the given one.
     *
     * @param environment what the child would get, such as {@link ProcessBuilder#environment()}, or null if it would
     *     inherit this process's; is not changed
     * @return the same object where nothing changes; otherwise a copy of the kind that a {@link ProcessBuilder} has
     */
    public @Nullable Map<String, String> childEnvironment(@Nullable Map<String, String> environment) {
        return id == null ? environment : new ChildEnvironment(id).copyOf(environment);
    }

    /** Whether a child process with this environment opts out, for itself alone; not where that can't be read. */
    public boolean isOptedOutBy(Map<String, String> environment) {
        try {
            return Settings.isOptedOut(environment);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether Java programs in child processes start with the agent: the option {@code follow-jvms}. */
    public boolean childJvmsFollow() {
        return optionsOfChildJvms != null;
    }

    /**
     * The same, and if {@link #childJvmsFollow()}, Java programs in it start with the agent.
     *
     * @param agentJar the jar to name to them
     * @param command the command of the child: one that names the agent itself is not given it again
     */
    public @Nullable Map<String, String> childEnvironment(
            @Nullable Map<String, String> environment, File agentJar, List<String> command) {
        if (id == null || optionsOfChildJvms == null) {
            return childEnvironment(environment);
        }
        ChildJvms jvms = new ChildJvms(agentJar, optionsOfChildJvms, command);
        return new ChildEnvironment(id, jvms).copyOf(environment);
    }

    /** The tracking ID in effect, or null if attribution is off. */
    public @Nullable TrackingId trackingId() {
        return id;
    }

    /** Why there is no {@link #trackingId()}, or null if there is one. */
    public @Nullable OffReason offReason() {
        return offReason;
    }

    /** The ID and where it comes from, or "off" and why. */
    @Override
    public String toString() {
        return summary;
    }
}
