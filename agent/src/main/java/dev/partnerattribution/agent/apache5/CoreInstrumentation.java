package dev.partnerattribution.agent.apache5;

import dev.partnerattribution.agent.library.HostNames;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.agent.requests.Repeats;
import dev.partnerattribution.internal.options.Route;

/** A class of HttpCore. */
abstract class CoreInstrumentation extends LibraryInstrumentation {
    CoreInstrumentation(String type) {
        super(new CoreConnection(Route.APACHE_HTTPCLIENT_5, Repeats.NEVER), type);
        helper(Apache5Helper.class, HostNames.class.getName());
    }
}
