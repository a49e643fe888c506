/** Connections, and the requests and replies on them, as they stand on the wire. */
@NullMarked
package dev.partnerattribution.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
