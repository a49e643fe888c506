/** What partners are asked to tell their customers. */
package dev.partnerattribution.cli.notice;
