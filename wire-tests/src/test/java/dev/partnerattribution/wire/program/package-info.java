/** The programs that the tests run: ordinary users of the Azure SDK, which know nothing of attribution. */
package dev.partnerattribution.wire.program;
