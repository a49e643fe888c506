package good;

import dev.partnerattribution.AttributionConfiguration;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * What {@link Tools.Mode} says by @PartnerAttribution.
 */
@Generated("dev.partnerattribution.processor.PartnerAttributionProcessor")
public final class Tools_ModeAttribution implements AttributionConfiguration {
    /**
     * The tracking ID as it stands in a User-Agent.
     */
    public static final String TRACKING_ID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    /**
     * The partner's name, or the empty string.
     */
    public static final String PARTNER = "";

    /**
     * For {@code ServiceLoader}.
     */
    public Tools_ModeAttribution() {
    }

    @Override
    public String annotatedClass() {
        return "good.Tools$Mode";
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
