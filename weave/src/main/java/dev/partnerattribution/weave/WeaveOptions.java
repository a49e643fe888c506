package dev.partnerattribution.weave;

import dev.partnerattribution.TrackingId;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a woven program.
 *
 * @param trackingId stands in the place of the agent's options; null leaves it to system property, environment and annotation
 */
public record WeaveOptions(@Nullable TrackingId trackingId) {
    /** How a woven program names it: as the agent's option is named. */
    public static final String TRACKING_ID = "tracking-id";

    /** How it names the routes of which something was woven, between spaces. */
    public static final String ROUTES = "routes";
}
