package dev.partnerattribution.testkit.internal.arm;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a test may choose about the answers, until the next reset. */
public final class Settings {

    private static final int LARGEST_PAGE = 1000;

    private final Map<String, Polling> puts = new ConcurrentHashMap<>();
    private final Map<String, Polling> deletes = new ConcurrentHashMap<>();
    private volatile int pageSize = LARGEST_PAGE;

    /** As Azure does it: groups are deleted, storage accounts and deployments are made, in their own time. */
    public Settings() {
        deleting(Store.GROUP_TYPE, Polling.AT_LOCATION);
        putting("Microsoft.Storage/storageAccounts", Polling.AT_LOCATION);
        putting(Deployments.TYPE, Polling.AT_ASYNC_OPERATION);
    }

    public void putting(String type, Polling operation) {
        puts.put(key(type), operation);
    }

    public void deleting(String type, Polling operation) {
        deletes.put(key(type), operation);
    }

    public void immediate(String type) {
        puts.remove(key(type));
        deletes.remove(key(type));
    }

    public void pageSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a page holds 1 or more, not " + size);
        }
        pageSize = size;
    }

    Optional<Polling> putting(String type) {
        return Optional.ofNullable(puts.get(type.toLowerCase(Locale.ROOT)));
    }

    Optional<Polling> deleting(String type) {
        return Optional.ofNullable(deletes.get(type.toLowerCase(Locale.ROOT)));
    }

    int pageSize() {
        return pageSize;
    }

    private static String key(String type) {
        if (!type.contains("/")) {
            throw new IllegalArgumentException("a resource type is Namespace/type, not \"" + type + "\"");
        }
        return type.toLowerCase(Locale.ROOT);
    }
}
