package dev.partnerattribution;

import dev.partnerattribution.internal.ResolvedAttribution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective attribution of a program: which tracking ID, from where, and what a User-Agent should be because of it. For
 * programs that send requests in ways of their own; what the SDKs send is looked after. Immutable and thread-safe; holds no class
 * loader.
 *
 * <p>Highest first: an opt-out from anywhere; agent option; system property; environment; the annotated configuration of
 * the main class; the only annotated configuration. A mistake in one of them turns attribution off, with one line on
 * stderr; nothing here ever throws.
 */
public final class Attribution {
    private final ResolvedAttribution resolved;

    private Attribution(ResolvedAttribution resolved) {
        this.resolved = resolved;
    }

    /**
     * Returns the attribution in effect for code of the given class loaders. Reads every source anew: a caller on a frequent
     * path keeps the result.
     *
     * @param loaders where annotated configurations are looked for; the first that shows any decides
     */
    public static Attribution effective(List<ClassLoader> loaders) {
        return new Attribution(ResolvedAttribution.effective(loaders));
    }

    /** Returns the same for an ID given in code, which stands in place of annotated configurations. */
    public static Attribution of(TrackingId trackingId) {
        return new Attribution(ResolvedAttribution.of(trackingId));
    }

    /**
     * Returns what the User-Agent of a request should be.
     *
     * <p>To an ARM host: with the tracking ID at its end, unless a tracking ID is already in it. To any other host:
     * without ours. If attribution is off: as it is. Allocates nothing for a User-Agent seen lately.
     *
     * @param host the host of the request's URL, without port; null is no ARM host
     * @param userAgent the header's value, or null if there is none
     * @return the value to send; the same object where nothing changes; null only where null was given
     */
    public @Nullable String stamp(@Nullable String host, @Nullable String userAgent) {
        return resolved.stamp(host, userAgent);
    }

    /**
     * Returns the environment to start a child process with, so that the Azure tools in it send the tracking ID too. If
     * attribution is off: the given one.
     *
     * @param environment what the child would get, such as {@link ProcessBuilder#environment()}, or null if it would
     *     inherit this process's; is not changed
     * @return the same object where nothing changes; otherwise a copy of the kind that a {@link ProcessBuilder} has
     */
    public @Nullable Map<String, String> childEnvironment(@Nullable Map<String, String> environment) {
        return resolved.childEnvironment(environment);
    }

    /** Returns the tracking ID in effect, or null if attribution is off. */
    public @Nullable TrackingId trackingId() {
        return resolved.trackingId();
    }

    /** Returns the ID and where it comes from, or "off" and why. */
    @Override
    public String toString() {
        return resolved.toString();
    }
}
