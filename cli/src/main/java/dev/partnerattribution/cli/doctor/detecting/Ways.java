package dev.partnerattribution.cli.doctor.detecting;

import dev.partnerattribution.cli.doctor.scanning.Contents;
import dev.partnerattribution.cli.doctor.scanning.Evidence;
import dev.partnerattribution.cli.doctor.signature.Client;
import dev.partnerattribution.cli.doctor.signature.Sdk;
import dev.partnerattribution.internal.options.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws from what was noticed which ways to Azure Resource Manager there are, and what covers each. */
public final class Ways {
    private final List<Contents> contents;
    private final Setup setup;
    private final List<Way> ways = new ArrayList<>();

    private Ways(List<Contents> contents, Setup setup) {
        this.contents = contents;
        this.setup = setup;
    }

    /** The surest first. */
    public static List<Way> of(List<Contents> contents, Setup setup) {
        Ways ways = new Ways(contents, setup);
        for (Sdk sdk : Sdk.values()) {
            ways.addSdk(sdk);
        }
        ways.addPipelinesByHand();
        for (Client client : Client.values()) {
            if (client != Client.AZURE_CORE) {
                ways.addClient(client);
            }
        }
        if (ways.ways.stream().noneMatch(Way::counts)) {
            ways.addHidden();
        }
        return ways.ways.stream()
                .sorted((one, other) -> one.certainty().compareTo(other.certainty()))
                .toList();
    }

    private void addSdk(Sdk sdk) {
        List<Contents> holders =
                contents.stream().filter(each -> each.sdks().containsKey(sdk)).toList();
        if (holders.isEmpty()) {
            return;
        }
        Client client = sdk.client();
        if (client == null) {
            String remark =
                    "another process sends the requests, which no JVM starts: give that process the environment of"
                            + " `partner-attribution env`";
            ways.add(new Way(
                    sdk.label(),
                    null,
                    version(holders, sdk.coordinates()),
                    "",
                    Certainty.CONTAINED,
                    Set.of(),
                    false,
                    remark,
                    names(holders)));
            return;
        }
        Set<Coverage> covering =
                client == Client.AZURE_CORE ? EnumSet.allOf(Coverage.class) : EnumSet.of(Coverage.AGENT);
        String name = client == Client.AZURE_CORE ? sdk.label() + ": its managers" : sdk.label();
        Library library = Library.of(client, contents);
        String sentBy = client.label() + (library.version() == null ? "" : " " + library.version());
        add(name, version(holders, sdk.coordinates()), sentBy, client, Certainty.CONTAINED, covering, names(holders));
    }

    /** Generated clients, too, make pipelines that don't ask for policies. */
    private void addPipelinesByHand() {
        for (Certainty certainty : List.of(Certainty.LIKELY, Certainty.POSSIBLE)) {
            TreeSet<String> builders = new TreeSet<>();
            TreeSet<String> withPolicy = new TreeSet<>();
            for (Contents each : contents) {
                for (String builder : each.pipelineBuilders()) {
                    boolean azure = each.managementUsers().contains(builder)
                            || !each.armHosts().isEmpty();
                    if (azure == (certainty == Certainty.LIKELY)) {
                        builders.add(builder);
                    }
                }
                withPolicy.addAll(each.policyUsers());
            }
            if (!builders.isEmpty()) {
                Set<Coverage> covering =
                        withPolicy.containsAll(builders) ? EnumSet.allOf(Coverage.class) : EnumSet.of(Coverage.AGENT);
                add(
                        "pipelines and generated clients of azure-core, made by hand",
                        Client.AZURE_CORE,
                        certainty,
                        covering,
                        builders);
            }
        }
    }

    private void addClient(Client client) {
        TreeSet<String> likely = new TreeSet<>();
        TreeSet<String> possible = new TreeSet<>();
        for (Contents each : contents) {
            for (String user : each.uses().getOrDefault(client, new TreeSet<>())) {
                if (namesAzure(each, client, user)) {
                    likely.add(user);
                } else if (each.isOwn()) {
                    possible.add(user);
                }
            }
        }
        if (!likely.isEmpty()) {
            add(client.label(), client, Certainty.LIKELY, EnumSet.of(Coverage.AGENT), likely);
        } else if (!possible.isEmpty()) {
            add(client.label(), client, Certainty.POSSIBLE, EnumSet.of(Coverage.AGENT), possible);
        } else {
            addRelocated(client);
        }
    }

    /** The class itself; or another one of its archive, unless there is a library that does the work. */
    private boolean namesAzure(Contents each, Client client, String user) {
        List<Evidence> mentions = client == Client.CHILD_PROCESSES ? each.tools() : each.armHosts();
        boolean nearby = (each.isOwn() && client == Client.CHILD_PROCESSES)
                || contents.stream().allMatch(any -> any.sdks().isEmpty());
        return mentions.stream().anyMatch(evidence -> evidence.where().equals(user)) || (nearby && !mentions.isEmpty());
    }

    /** Who moves a library into his own package uses it. */
    private void addRelocated(Client client) {
        List<Contents> holders = contents.stream()
                .filter(each -> !each.clients().getOrDefault(client, "").isEmpty()
                        && !each.armHosts().isEmpty())
                .toList();
        if (!holders.isEmpty()) {
            add(client.label(), client, Certainty.LIKELY, EnumSet.of(Coverage.AGENT), names(holders));
        }
    }

    /**
     * The application says where it sends to, and not by what: by a library that does it, if that brings a client that is known.
     * Which it is can't be told otherwise; to say that there is nothing would be wrong.
     */
    private void addHidden() {
        TreeSet<String> where = new TreeSet<>();
        contents.stream().filter(each -> each.isOwn()).forEach(each -> each.armHosts()
                .forEach(evidence -> where.add(evidence.where())));
        List<Client> onBoard = Client.ALL.stream()
                .filter(client ->
                        contents.stream().anyMatch(each -> each.clients().containsKey(client)))
                .toList();
        if (where.isEmpty()) {
            return;
        }
        for (Client client : onBoard) {
            add(client.label(), client, Certainty.LIKELY, EnumSet.of(Coverage.AGENT), where);
        }
        if (onBoard.isEmpty()) {
            String remark =
                    "no client that is known here sends its requests: run it against `partner-attribution emulate`,"
                            + " which shows whether they carry the tracking ID";
            ways.add(new Way(
                    "a client that is not known",
                    null,
                    null,
                    "",
                    Certainty.LIKELY,
                    Set.of(),
                    false,
                    remark,
                    new ArrayList<>(where)));
        }
    }

    private void add(
            String name, Client client, Certainty certainty, Set<Coverage> covering, Collection<String> where) {
        add(name, Library.of(client, contents).version(), "", client, certainty, covering, where);
    }

    private void add(
            String name,
            @Nullable String version,
            String sentBy,
            Client client,
            Certainty certainty,
            Set<Coverage> covering,
            Collection<String> where) {
        Route route = client.route();
        Library library = Library.of(client, contents);
        VersionNote remark = VersionNote.of(client, library);
        Set<Coverage> coverage = remark.covers() ? remark.narrowed(covering) : Set.of();
        boolean runtimeJar = coverage.contains(Coverage.RUNTIME_JAR) && setup.runtimeJarIsFound();
        boolean agent = route != null && coverage.contains(Coverage.AGENT) && setup.takes(remark.route(route));
        ways.add(new Way(
                name,
                remark.covers() && route != null ? remark.route(route) : null,
                version,
                sentBy,
                certainty,
                coverage,
                runtimeJar || agent,
                remark.words(),
                new ArrayList<>(where)));
    }

    private static List<String> names(List<Contents> holders) {
        return holders.stream().map(each -> each.name()).toList();
    }

    private static @Nullable String version(List<Contents> holders, List<String> coordinates) {
        return Stream.concat(
                        coordinates.stream().limit(1).flatMap(first -> holders.stream()
                                .map(each -> each.versionOf(List.of(first)))),
                        holders.stream().map(each -> each.versionOf(coordinates)))
                .filter(version -> version != null)
                .findFirst()
                .orElse(null);
    }
}
