/**
 * What a server received from real programs: each test starts one in a JVM of its own, with the jars as they are shipped,
 * and reads the User-Agent of every request that reached the loopback Azure Resource Manager.
 */
package dev.partnerattribution.wire;
