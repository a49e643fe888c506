/** What is in effect, put together of what the options and the program say. */
package dev.partnerattribution.internal;
