package dev.partnerattribution.testkit.internal.arm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A path of Azure Resource Manager, decoded and split; names in it are the same in any case. */
record ArmPath(List<String> segments) {

    static ArmPath of(String rawPath) {
        List<String> segments = Arrays.stream(rawPath.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(ArmPath::decoded)
                .collect(Collectors.toCollection(ArrayList::new));
        ArmPath path = new ArmPath(segments);
        if (path.matches("subscriptions/*/resourceGroups/**")) {
            segments.set(2, "resourceGroups");
        }
        if (path.matches("subscriptions/*/resourceGroups/*/deployments/**")) {
            // The form older clients use.
            segments.addAll(4, List.of("providers", "Microsoft.Resources"));
        }
        return path;
    }

    /** Whether this is the pattern, in which {@code *} is any segment and a final {@code **} any number of them. */
    boolean matches(String pattern) {
        String[] wanted = pattern.split("/", -1);
        boolean open = wanted[wanted.length - 1].equals("**");
        int fixed = open ? wanted.length - 1 : wanted.length;
        if (segments.size() < fixed || (!open && segments.size() > fixed)) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equalsIgnoreCase(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The path as an ID: with a slash before each segment and none at the end. */
    String id() {
        return join(0, segments.size());
    }

    /** The last segment. */
    String name() {
        return segments.get(segments.size() - 1);
    }

    String segment(int index) {
        return segments.get(index);
    }

    /** The path without its last segment. */
    ArmPath parent() {
        return new ArmPath(segments.subList(0, segments.size() - 1));
    }

    /** The ID of what stands before the last {@code providers}: a group, a subscription, a resource. */
    String scope() {
        return join(0, Math.max(0, providers()));
    }

    /** What follows the last {@code providers}: a namespace, then types and names in turn. */
    List<String> tail() {
        return providers() < 0 ? List.of() : segments.subList(providers() + 1, segments.size());
    }

    boolean hasProviders() {
        return providers() >= 0;
    }

    /** Whether the tail ends in a name, not in a type. */
    boolean isResource() {
        return tail().size() >= 3 && tail().size() % 2 == 1;
    }

    /** The resource type, such as {@code Microsoft.Network/virtualNetworks/subnets}. */
    String type() {
        StringBuilder type = new StringBuilder(tail().get(0));
        for (int i = 1; i < tail().size(); i += 2) {
            type.append('/').append(tail().get(i));
        }
        return type.toString();
    }

    private int providers() {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).equalsIgnoreCase("providers")) {
                return i;
            }
        }
        return -1;
    }

    private String join(int from, int to) {
        return segments.subList(from, to).stream().map(segment -> "/" + segment).collect(Collectors.joining());
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
