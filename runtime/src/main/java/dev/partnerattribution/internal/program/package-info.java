/** What the program itself says: its annotated configuration, and which class is its main class. */
package dev.partnerattribution.internal.program;
