/**
 * HTTP clients, and the SDKs on top of them that are not azure-core's: each program of {@code src/test/programs} is compiled
 * against the very libraries that it then runs with.
 */
package dev.partnerattribution.wire.http;
