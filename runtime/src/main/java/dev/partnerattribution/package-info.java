/**
 * Which tracking ID is in effect, and what a User-Agent should be because of it. Plain Java, no Azure type.
 *
 * <p>{@link dev.partnerattribution.PartnerAttribution} says the ID in source, {@link
 * dev.partnerattribution.Attribution} says which is in effect. What lies in {@code internal} packages is for our own modules.
 */
package dev.partnerattribution;
