package dev.partnerattribution.receipts;

import org.jspecify.annotations.Nullable;

/**
 * What the path of an ARM request says of the resource: {@code
 * /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/virtualMachines/vm/extensions/ext}. Of several providers
 * the last counts: the others say what it extends.
 */
final class ResourcePath {
    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String RESOURCE_GROUPS = "resourceGroups";
    private static final String PROVIDERS = "providers";
    private static final String RESOURCES = "Microsoft.Resources";

    private final String[] segments;
    private final boolean isPost;
    private @Nullable String subscription;
    private @Nullable String resourceGroup;
    private @Nullable String provider;
    private @Nullable String type;
    private @Nullable String name;
    private @Nullable String action;

    private ResourcePath(String method, String path) {
        this.isPost = method.equals("POST");
        this.segments = (path.startsWith("/") ? path.substring(1) : path).split("/");
        read();
    }

    static ResourcePath of(String method, @Nullable String path) {
        return new ResourcePath(method, path == null ? "" : path);
    }

    private void read() {
        int last = -1;
        for (int i = 0; i < segments.length; i++) {
            if (is(i, PROVIDERS)) {
                last = i;
            }
        }
        readScope(last < 0 ? segments.length : last);
        if (last >= 0 && last + 1 < segments.length) {
            provider = Allowed.name(segments[last + 1]);
            readType(last + 2);
        }
    }

    private void readScope(int end) {
        if (!is(0, SUBSCRIPTIONS)) {
            return;
        }
        boolean inGroup = is(2, RESOURCE_GROUPS) && segments.length > 3;
        subscription = segment(1, end);
        resourceGroup = inGroup ? segment(3, end) : null;
        if (end == segments.length) {
            provider = RESOURCES;
            name = inGroup ? resourceGroup : subscription;
            type = inGroup ? RESOURCE_GROUPS : end <= 2 ? SUBSCRIPTIONS : null;
            readRest(inGroup ? 4 : 2);
        } else if (end + 1 == segments.length) {
            provider = RESOURCES;
            type = PROVIDERS;
        }
    }

    /** Of what a subscription or a group itself is asked: a collection in it, or an action. */
    private void readRest(int start) {
        if (start >= segments.length) {
            return;
        }
        String rest = Allowed.name(segments[start]);
        if (isPost && start + 1 == segments.length) {
            action = rest;
        } else {
            type = rest;
        }
    }

    /** Types and names take turns; a type without a name is a collection, or, in a POST, what is asked. */
    private void readType(int start) {
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = start; i < segments.length; i += 2) {
            String segment = Allowed.name(segments[i]);
            boolean named = i + 1 < segments.length;
            if (!named && isPost) {
                action = segment;
            } else if (segment != null) {
                types.append(types.length() == 0 ? "" : "/").append(segment);
            }
            if (named) {
                names.append(names.length() == 0 ? "" : "/").append(segments[i + 1]);
            }
        }
        type = types.length() == 0 ? null : types.toString();
        name = names.length() == 0 ? null : names.toString();
    }

    private boolean is(int index, String word) {
        return index < segments.length && segments[index].equalsIgnoreCase(word);
    }

    private @Nullable String segment(int index, int end) {
        return index < end && !segments[index].isEmpty() ? segments[index] : null;
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
