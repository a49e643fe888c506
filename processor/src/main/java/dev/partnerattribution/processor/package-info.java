/**
 * Reads {@link dev.partnerattribution.PartnerAttribution} while it is compiled, says what is wrong with it, and generates
 * the {@link dev.partnerattribution.AttributionConfiguration} that a program carries. No Azure type.
 */
package dev.partnerattribution.processor;
