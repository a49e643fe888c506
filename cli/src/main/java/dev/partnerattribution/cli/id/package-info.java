/** Tracking IDs: making them, and saying of one what it is good for. */
package dev.partnerattribution.cli.id;
