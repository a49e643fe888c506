package dev.partnerattribution;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, once, under which tracking ID a program deploys to Azure. Put it on the class that has {@code main}:
 *
 * <pre>{@code
 * @PartnerAttribution(guid = "7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73", partner = "Contoso")
 * public final class DeployTool { … }
 * }</pre>
 *
 * <p>The annotation processor checks the ID while the class is compiled and generates an {@link
 * AttributionConfiguration}. Exactly one of {@link #guid()} and {@link #trackingId()} is given, unless the build supplies
 * the ID by the processor option {@code partner.attribution.guid} or {@code partner.attribution.trackingId}, which
 * replaces both.
 *
 * <p>It is kept at run time, where it counts by itself if the build ran no processor (from JDK 23 on, {@code java Tool.java},
 * other languages), and tells a generated class that is left over from an earlier compilation.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/marketplace-offers/azure-partner-customer-usage-attribution">
 *     Azure customer usage attribution</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartnerAttribution {

    /** The GUID registered in Partner Center, bare: 32 hexadecimal digits grouped 8-4-4-4-12, no {@code pid-}. */
    String guid() default "";

    /** The tracking ID that Partner Center shows for a marketplace offer, verbatim, {@code pid-} included. */
    String trackingId() default "";

    /** The partner's name as customers know it, for notices and messages. */
    String partner() default "";
}
