package dev.partnerattribution.cli.doctor;

import dev.partnerattribution.internal.options.Route;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the version of a library, or what was done to it, makes of its coverage.
 *
 * @param covers whether anything of ours covers it
 * @param beneath what the agent alone meets it by, itself or the client below it; null where all that covers the client does
 */
record Remark(boolean covers, @Nullable Client beneath, String words) {
    /** What sends the requests of versions that are older than its own route knows. */
    private static final Map<Client, Client> OLDER_SEND_BY = Map.of(Client.VERTX, Client.NETTY_4);

    static Remark of(Client client, Library library) {
        Route route = client.route();
        if (route == null) {
            return new Remark(false, null, "no route of the agent is for it");
        }
        if (library.isMoved()) {
            return new Remark(
                    true,
                    client,
                    "it was moved into the package " + library.relocation().replace('/', '.')
                            + "*, where only the agent finds it");
        }
        Versions.Doubt doubt = Versions.doubtOf(route, library.version());
        if (doubt == Versions.Doubt.OLDER) {
            return older(client, String.valueOf(library.version()), route);
        }
        return new Remark(
                true,
                null,
                doubt == null
                        ? ""
                        : "newer than what was tested, " + route.versions()
                                + ": where its insides changed, the agent says so and leaves it alone");
    }

    private static Remark older(Client client, String version, Route route) {
        Client beneath = OLDER_SEND_BY.get(client);
        return beneath == null
                ? new Remark(false, null, client.label() + " " + version + " is too old; known are " + route.versions())
                : new Remark(true, beneath, "in this version the agent reaches it by " + beneath.label());
    }

    /** The route on which it is met. */
    Route route(Route route) {
        Route below = beneath == null ? null : beneath.route();
        return below == null ? route : below;
    }

    Set<Means> narrowed(Set<Means> covering) {
        return beneath == null ? covering : EnumSet.of(Means.AGENT);
    }
}
