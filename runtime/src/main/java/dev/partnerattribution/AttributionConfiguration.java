package dev.partnerattribution;

/**
 * What {@link PartnerAttribution} says about one program. The annotation processor generates the implementation and
 * registers it as a service; nobody writes one by hand.
 */
public interface AttributionConfiguration {

    /** The binary name of the annotated class. */
    String annotatedClass();

    /** The tracking ID as it stands in a User-Agent: {@code pid-<guid>}, or a marketplace ID verbatim. */
    String trackingId();

    /** The partner's name, or the empty string. */
    String partner();
}
