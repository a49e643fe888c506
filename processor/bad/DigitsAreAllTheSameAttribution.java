package bad;

import dev.partnerattribution.AttributionConfiguration;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * What {@link DigitsAreAllTheSame} says by @PartnerAttribution.
 */
@Generated("dev.partnerattribution.processor.PartnerAttributionProcessor")
public final class DigitsAreAllTheSameAttribution implements AttributionConfiguration {
    /**
     * The tracking ID as it stands in a User-Agent.
     */
    public static final String TRACKING_ID = "pid-11111111-1111-1111-1111-111111111111";

    /**
     * The partner's name, or the empty string.
     */
    public static final String PARTNER = "";

    /**
     * For {@code ServiceLoader}.
     */
    public DigitsAreAllTheSameAttribution() {
    }

    @Override
    public String annotatedClass() {
        return "bad.DigitsAreAllTheSame";
    }

    @Override
    public String trackingId() {
        return TRACKING_ID;
    }

    @Override
    public String partner() {
        return PARTNER;
    }
}
