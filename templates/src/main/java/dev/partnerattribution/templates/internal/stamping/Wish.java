package dev.partnerattribution.templates.internal.stamping;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.Stamping.NameForm;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stamped, and how.
 *
 * @param name null if the template's scope decides
 * @param optOutParameter the parameter by which a customer leaves the deployment out; null for none
 */
public record Wish(
        TrackingId id,
        boolean fillPlaceholders,
        boolean besideOthers,
        @Nullable NameForm name,
        @Nullable String optOutParameter) {}
