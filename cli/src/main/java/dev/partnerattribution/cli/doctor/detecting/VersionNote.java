package dev.partnerattribution.cli.doctor.detecting;

import dev.partnerattribution.cli.doctor.scanning.Versions;
import dev.partnerattribution.cli.doctor.signature.Client;
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
record VersionNote(boolean covers, @Nullable Client beneath, String words) {
    /** What sends the requests of versions that are older than its own route knows. */
    private static final Map<Client, Client> OLDER_SEND_BY = Map.of(Client.VERTX, Client.NETTY_4);

    static VersionNote of(Client client, Library library) {
        Route route = client.route();
        if (route == null) {
            return new VersionNote(false, null, "no route of the agent is for it");
        }
        if (library.isMoved()) {
            return new VersionNote(
                    true,
                    client,
                    "it was moved into the package " + library.relocation().replace('/', '.')
                            + "*, where only the agent finds it");
        }
        Versions.Doubt doubt = Versions.doubtOf(route, library.version());
        if (doubt == Versions.Doubt.OLDER) {
            return older(client, String.valueOf(library.version()), route);
        }
        return new VersionNote(
                true,
                null,
                doubt == null
                        ? ""
                        : "newer than what was tested, " + route.versions()
                                + ": where its insides changed, the agent says so and leaves it alone");
    }

    private static VersionNote older(Client client, String version, Route route) {
        Client beneath = OLDER_SEND_BY.get(client);
        return beneath == null
                ? new VersionNote(
                        false, null, client.label() + " " + version + " is too old; known are " + route.versions())
                : new VersionNote(true, beneath, "in this version the agent reaches it by " + beneath.label());
    }

    /** The route on which it is met. */
    Route route(Route route) {
        Route below = beneath == null ? null : beneath.route();
        return below == null ? route : below;
    }

    Set<Coverage> narrowed(Set<Coverage> covering) {
        return beneath == null ? covering : EnumSet.of(Coverage.AGENT);
    }
}
