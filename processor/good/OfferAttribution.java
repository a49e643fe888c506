package good;

import dev.partnerattribution.AttributionConfiguration;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * What {@link Offer} says by @PartnerAttribution.
 */
@Generated("dev.partnerattribution.processor.PartnerAttributionProcessor")
public final class OfferAttribution implements AttributionConfiguration {
    /**
     * The tracking ID as it stands in a User-Agent.
     */
    public static final String TRACKING_ID = "pid-Contoso.tool_1-partnercenter";

    /**
     * The partner's name, or the empty string.
     */
    public static final String PARTNER = "";

    /**
     * For {@code ServiceLoader}.
     */
    public OfferAttribution() {
    }

    @Override
    public String annotatedClass() {
        return "good.Offer";
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
