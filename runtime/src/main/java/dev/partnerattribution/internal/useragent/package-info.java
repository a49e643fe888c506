/** What a User-Agent should be, and which IDs are in one. */
package dev.partnerattribution.internal.useragent;
