/** Clients that are not Azure's own: a server for the HTTP versions that they speak. */
package dev.partnerattribution.wire.http;
