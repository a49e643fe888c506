/** Vert.x, of all versions from 4.0 on. */
package dev.partnerattribution.agent.vertx;
