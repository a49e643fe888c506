/** What is instrumented in classes of libraries: by advice, which asks a helper that is injected beside the library. */
package dev.partnerattribution.agent.library;
