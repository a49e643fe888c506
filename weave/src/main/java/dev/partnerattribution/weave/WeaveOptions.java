package dev.partnerattribution.weave;

import dev.partnerattribution.TrackingId;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a woven program.
 *
 * @param trackingId stands in the place of the agent's options; null leaves it to system property, environment and annotation
 */
public record WeaveOptions(@Nullable TrackingId trackingId) {}
