package dev.partnerattribution.internal.receipts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the path of an ARM request says of the resource: {@code
 * /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/virtualMachines/vm/extensions/ext}. Of several providers
 * the last counts: the others say what it extends. Read as Azure Resource Manager reads it, by the position of each segment:
 * what stands where a name stands is a name, whatever it looks like, and what is no keyword where one is due is a name too.
 */
final class ResourcePath {
    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String RESOURCE_GROUPS = "resourceGroups";
    private static final String PROVIDERS = "providers";
    private static final String RESOURCES = "Microsoft.Resources";

    /** What a subscription or a group itself may be asked for, in lower case. */
    private static final Set<String> COLLECTIONS = new HashSet<String>(Arrays.asList(
            "locations", "resources", "deployments", "tagnames", "tagvalues", "operationresults", "operations"));

    private static final Set<String> ACTIONS =
            new HashSet<String>(Arrays.asList("exporttemplate", "moveresources", "validatemoveresources"));

    private final List<String> segments;
    private final boolean isPost;
    private @Nullable String subscription;
    private @Nullable String resourceGroup;
    private @Nullable String provider;
    private @Nullable String type;
    private @Nullable String name;
    private @Nullable String action;

    private ResourcePath(String method, List<String> segments) {
        this.isPost = method.equals("POST");
        this.segments = segments;
        int next = readScope();
        if (is(next, PROVIDERS)) {
            readProviders(next);
        } else if (next > 0) {
            readRest(next);
        }
    }

    static ResourcePath of(String method, @Nullable String path) {
        return new ResourcePath(method, path == null ? new ArrayList<String>() : PathSegments.of(path));
    }

    /** Returns where goes on what is in it; 0 where there is none. */
    private int readScope() {
        if (!is(0, SUBSCRIPTIONS)) {
            return 0;
        }
        provider = RESOURCES;
        type = SUBSCRIPTIONS;
        subscription = segment(1);
        name = subscription;
        if (!is(2, RESOURCE_GROUPS)) {
            return 2;
        }
        type = RESOURCE_GROUPS;
        resourceGroup = segment(3);
        name = resourceGroup == null ? subscription : resourceGroup;
        return 4;
    }

    /** Of what a subscription or a group itself is asked: a collection in it, or an action. */
    private void readRest(int start) {
        String word = segment(start);
        if (word == null) {
            return;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (isPost && start + 1 == segments.size() && ACTIONS.contains(lower)) {
            action = word;
        } else if (COLLECTIONS.contains(lower)) {
            type = word;
        } else {
            type = null;
            name = String.join("/", segments.subList(start, segments.size()));
        }
    }

    private void readProviders(int start) {
        int at = start;
        while (is(at, PROVIDERS)) {
            String namespace = segment(at + 1);
            provider = namespace == null ? RESOURCES : ReceiptSanitizer.provider(namespace);
            type = namespace == null ? PROVIDERS : null;
            name = null;
            action = null;
            at = readTypes(at + 2);
        }
    }

    /**
     * Types and names take turns; a type without a name is a collection, or, in a POST, what is asked. Returns where the next
     * provider stands, or the end.
     */
    private int readTypes(int start) {
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        boolean known = provider != null;
        int at = start;
        for (; at < segments.size() && !is(at, PROVIDERS); at += 2) {
            String word = ReceiptSanitizer.word(segments.get(at));
            boolean named = at + 1 < segments.size();
            if (!named && isPost) {
                action = known ? word : null;
            } else {
                known &= word != null;
                types.append(types.length() == 0 ? "" : "/").append(word);
            }
            if (named) {
                names.append(names.length() == 0 ? "" : "/").append(segments.get(at + 1));
            }
        }
        if (at > start) {
            type = known && types.length() > 0 ? types.toString() : null;
            name = names.length() == 0 ? null : names.toString();
        }
        return at;
    }

    private boolean is(int index, String word) {
        return index < segments.size() && segments.get(index).equalsIgnoreCase(word);
    }

    private @Nullable String segment(int index) {
        return index < segments.size() ? segments.get(index) : null;
    }

    @Nullable
    String subscription() {
        return subscription;
    }

    @Nullable
    String resourceGroup() {
        return resourceGroup;
    }

    @Nullable
    String provider() {
        return provider;
    }

    /** Without its provider. */
    @Nullable
    String type() {
        return type;
    }

    /** With those of its parents. */
    @Nullable
    String name() {
        return name;
    }

    /** What a POST asks of it. */
    @Nullable
    String action() {
        return action;
    }
}
