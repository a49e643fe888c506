package dev.partnerattribution.cli.doctor;

import dev.partnerattribution.internal.options.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the version of a library, or what was done to it, makes of its coverage.
 *
 * @param covers whether anything of ours covers it
 * @param beneath the client below it that is covered where it itself is not; null mostly
 */
record Remark(boolean covers, @Nullable Client beneath, String words) {
    /** What azure-core sends its requests by, and is seen there even where it was moved itself. */
    private static final List<Client> BELOW_AZURE_CORE = List.of(Client.REACTOR_NETTY, Client.OKHTTP, Client.VERTX);

    static Remark of(Client client, Library library, List<Contents> contents) {
        Route route = client.route();
        if (route == null) {
            return new Remark(false, null, "no route of the agent is for it");
        }
        if (library.isMoved()) {
            return moved(client, library, contents);
        }
        Versions.Doubt doubt = Versions.doubtOf(route, library.version());
        if (doubt == Versions.Doubt.OLDER) {
            return new Remark(
                    false,
                    null,
                    client.label() + " " + library.version() + " is too old; known are " + route.versions());
        }
        return new Remark(
                true,
                null,
                doubt == null
                        ? ""
                        : "newer than what was tested, " + route.versions()
                                + ": where its insides changed, the agent says so and leaves it alone");
    }

    private static Remark moved(Client client, Library library, List<Contents> contents) {
        String words = "it was moved into the package " + library.relocation().replace('/', '.')
                + "*, where nothing of ours" + " knows it";
        Client beneath = client == Client.AZURE_CORE
                ? BELOW_AZURE_CORE.stream()
                        .filter(each -> contents.stream().anyMatch(any -> "".equals(any.clients.get(each))))
                        .findFirst()
                        .orElse(null)
                : null;
        return beneath == null
                ? new Remark(false, null, words)
                : new Remark(
                        true,
                        beneath,
                        words + "; the agent reaches it if it sends by the " + beneath.label() + " that is on board");
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
