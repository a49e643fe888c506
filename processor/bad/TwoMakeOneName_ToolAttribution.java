package bad;

import dev.partnerattribution.AttributionConfiguration;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

/**
 * What {@link TwoMakeOneName.Tool} says by @PartnerAttribution.
 */
@Generated("dev.partnerattribution.processor.PartnerAttributionProcessor")
public final class TwoMakeOneName_ToolAttribution implements AttributionConfiguration {
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
    public TwoMakeOneName_ToolAttribution() {
    }

    @Override
    public String annotatedClass() {
        return "bad.TwoMakeOneName$Tool";
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
