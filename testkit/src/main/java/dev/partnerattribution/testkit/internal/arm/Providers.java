package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Resource providers and the subscription's registration for them; it is registered for all unless told otherwise. */
final class Providers {

    private static final Map<String, List<String>> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        KNOWN.putAll(Map.of(
                "Microsoft.Authorization", List.of("roleAssignments", "roleDefinitions", "locks"),
                "Microsoft.Compute", List.of("virtualMachines", "disks", "availabilitySets"),
                "Microsoft.ContainerService", List.of("managedClusters"),
                "Microsoft.KeyVault", List.of("vaults"),
                "Microsoft.ManagedIdentity", List.of("userAssignedIdentities"),
                "Microsoft.Network", List.of("virtualNetworks", "networkInterfaces", "publicIPAddresses"),
                "Microsoft.Resources", List.of("deployments", "resourceGroups"),
                "Microsoft.Storage", List.of("storageAccounts"),
                "Microsoft.Web", List.of("sites", "serverFarms")));
    }

    private final Paging paging;
    private final Map<String, String> states = new ConcurrentHashMap<>();

    Providers(Paging paging) {
        this.paging = paging;
    }

    static RefusedException missingRegistration(String namespace) {
        return new RefusedException(
                409,
                "MissingSubscriptionRegistration",
                "The subscription is not registered to use namespace '" + namespace
                        + "'. See https://aka.ms/rps-not-found for how to register subscriptions.");
    }

    /** Answers what is asked beneath {@code …/providers} when no resource type is named. */
    Reply answer(Request request, ArmPath path) {
        List<String> tail = path.tail();
        if (tail.isEmpty()) {
            return paging.reply(
                    request,
                    KNOWN.keySet().stream().map(name -> describe(path, name)).toList());
        }
        if (tail.size() == 1) {
            // Registered as soon as someone asks: the SDK for Java would wait 10 seconds before it asks again.
            states.replace(key(tail.get(0)), "Registering", "Registered");
            return Reply.json(200, describe(path, tail.get(0)));
        }
        states.put(key(tail.get(0)), tail.get(1).equalsIgnoreCase("register") ? "Registering" : "NotRegistered");
        return Reply.json(200, describe(path, tail.get(0)));
    }

    void unregister(String namespace) {
        if (namespace.isBlank() || namespace.contains("/")) {
            throw new IllegalArgumentException("not the namespace of a provider: \"" + namespace + "\"");
        }
        states.put(key(namespace), "NotRegistered");
    }

    void requireRegistered(String namespace) {
        if (state(namespace).equals("NotRegistered")) {
            throw missingRegistration(namespace);
        }
    }

    private String state(String namespace) {
        return states.getOrDefault(key(namespace), "Registered");
    }

    private ObjectNode describe(ArmPath path, String namespace) {
        ObjectNode provider = Json.object()
                .put("id", path.scope() + "/providers/" + namespace)
                .put("namespace", namespace)
                .put("registrationState", state(namespace))
                .put("registrationPolicy", "RegistrationRequired");
        ArrayNode types = provider.putArray("resourceTypes");
        for (String type : KNOWN.getOrDefault(namespace, List.of())) {
            ObjectNode described = types.addObject().put("resourceType", type);
            described.putArray("locations").add("West Europe").add("East US");
            described.putArray("apiVersions").add("2023-01-01");
        }
        return provider;
    }

    private static String key(String namespace) {
        return namespace.toLowerCase(Locale.ROOT);
    }
}
