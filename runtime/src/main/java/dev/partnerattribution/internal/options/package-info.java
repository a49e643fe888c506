/** What the operator and the customer say: agent options, system properties, environment. */
package dev.partnerattribution.internal.options;
