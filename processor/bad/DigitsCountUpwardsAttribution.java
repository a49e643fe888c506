package bad;

import dev.partnerattribution.AttributionConfiguration;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * What {@link DigitsCountUpwards} says by @PartnerAttribution.
 */
@Generated("dev.partnerattribution.processor.PartnerAttributionProcessor")
public final class DigitsCountUpwardsAttribution implements AttributionConfiguration {
    /**
     * The tracking ID as it stands in a User-Agent.
     */
    public static final String TRACKING_ID = "pid-12345678-1234-1234-1234-123456789abc";

    /**
     * The partner's name, or the empty string.
     */
    public static final String PARTNER = "";

    /**
     * For {@code ServiceLoader}.
     */
    public DigitsCountUpwardsAttribution() {
    }

    @Override
    public String annotatedClass() {
        return "bad.DigitsCountUpwards";
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
