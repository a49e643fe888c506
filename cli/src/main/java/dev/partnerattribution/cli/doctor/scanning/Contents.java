package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.cli.doctor.signature.Client;
import dev.partnerattribution.cli.doctor.signature.Sdk;
import dev.partnerattribution.cli.doctor.signature.Terraform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What was noticed in one archive, or among the loose files of a folder. Filled by one thread, then only read.
 */
public final class Contents {
    /** Where it lies, such as {@code app.jar!/BOOT-INF/lib/x.jar}. */
    final String name;

    /** Whether it is the application itself rather than a library of it. */
    final boolean own;

    Attributes manifest = new Attributes();

    /** By Maven coordinates. */
    final Map<String, String> versions = new TreeMap<>();

    /** The landmarks seen, each with the package that was put before its names: mostly none. */
    final Map<Client, String> clients = new EnumMap<>(Client.class);

    final Map<Sdk, String> sdks = new EnumMap<>(Sdk.class);

    /** Which classes send by which client; libraries that are known are not asked. */
    final Map<Client, SortedSet<String>> uses = new EnumMap<>(Client.class);

    /** Classes that build pipelines or generated clients of azure-core by hand, and those of them that hand over the policy. */
    final TreeSet<String> pipelineBuilders = new TreeSet<>();

    final TreeSet<String> policyUsers = new TreeSet<>();
    final TreeSet<String> managementUsers = new TreeSet<>();

    final List<Evidence> armHosts = new ArrayList<>();
    final List<Evidence> tools = new ArrayList<>();
    final List<Evidence> trackingIds = new ArrayList<>();
    final List<Evidence> settings = new ArrayList<>();
    final List<Terraform> terraform = new ArrayList<>();

    final List<Configuration> configurations = new ArrayList<>();

    /** Generated classes that a service file names, and classes that carry the annotation. With dots. */
    final TreeSet<String> registered = new TreeSet<>();

    final TreeSet<String> annotated = new TreeSet<>();

    /** The runtime jar's class that azure-core asks, and the service entry through which it finds it. */
    boolean policyProvider;

    boolean policyProviderRegistered;

    /** What the program was woven with, in the form of the agent's options; null if it was not. */
    @Nullable
    String wovenOptions;

    /** The routes of which something was woven. */
    final TreeSet<String> wovenRoutes = new TreeSet<>();

    int classes;

    Contents(String name, boolean own) {
        this.name = name;
        this.own = own;
    }

    void use(Client client, String className) {
        uses.computeIfAbsent(client, any -> new TreeSet<>()).add(className);
    }

    /** The version of one of these, as its own file says, or else the name or the manifest of the only library in here. */
    @Nullable
    public String versionOf(List<String> coordinates) {
        for (String coordinate : coordinates) {
            String version = versions.get(coordinate);
            if (version != null) {
                return version;
            }
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        for (String coordinate : coordinates) {
            String version = Versions.ofFile(coordinate.substring(coordinate.indexOf(':') + 1), file);
            if (version != null) {
                return version;
            }
        }
        return null;
    }

    public String name() {
        return name;
    }

    public boolean isOwn() {
        return own;
    }

    public Attributes manifest() {
        return manifest;
    }

    public Map<Client, String> clients() {
        return clients;
    }

    public Map<Sdk, String> sdks() {
        return sdks;
    }

    public Map<Client, SortedSet<String>> uses() {
        return uses;
    }

    public SortedSet<String> pipelineBuilders() {
        return pipelineBuilders;
    }

    public SortedSet<String> policyUsers() {
        return policyUsers;
    }

    public SortedSet<String> managementUsers() {
        return managementUsers;
    }

    public List<Evidence> armHosts() {
        return armHosts;
    }

    public List<Evidence> tools() {
        return tools;
    }

    public List<Evidence> trackingIds() {
        return trackingIds;
    }

    public List<Evidence> settings() {
        return settings;
    }

    public List<Terraform> terraform() {
        return terraform;
    }

    public @Nullable String wovenOptions() {
        return wovenOptions;
    }

    public SortedSet<String> wovenRoutes() {
        return wovenRoutes;
    }

    public List<Configuration> configurations() {
        return configurations;
    }

    public SortedSet<String> registered() {
        return registered;
    }

    public SortedSet<String> annotated() {
        return annotated;
    }

    public boolean hasPolicyProvider() {
        return policyProvider;
    }

    public boolean isPolicyProviderRegistered() {
        return policyProviderRegistered;
    }

    public int classes() {
        return classes;
    }
}
