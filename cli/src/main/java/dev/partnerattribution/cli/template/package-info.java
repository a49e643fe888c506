/** Puts tracking IDs into templates, and checks them there. */
package dev.partnerattribution.cli.template;
