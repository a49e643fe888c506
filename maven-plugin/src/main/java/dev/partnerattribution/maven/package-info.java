/** Stamps and checks the templates of a Maven project. What a template needs is decided in {@code templates}. */
package dev.partnerattribution.maven;
