package dev.partnerattribution.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a test may choose about the answers, until the next reset. */
final class Settings {

    private static final int LARGEST_PAGE = 1000;

    private final Map<String, LongRunning> puts = new ConcurrentHashMap<>();
    private final Map<String, LongRunning> deletes = new ConcurrentHashMap<>();
    private volatile int pageSize = LARGEST_PAGE;

    /** As Azure does it: groups are deleted, storage accounts and deployments are made, in their own time. */
    Settings() {
        deleting(Store.GROUP_TYPE, LongRunning.location());
        putting("Microsoft.Storage/storageAccounts", LongRunning.location());
        putting(Deployments.TYPE, LongRunning.asyncOperation());
    }

    void putting(String type, LongRunning operation) {
        puts.put(key(type), operation);
    }

    void deleting(String type, LongRunning operation) {
        deletes.put(key(type), operation);
    }

    void immediate(String type) {
        puts.remove(key(type));
        deletes.remove(key(type));
    }

    void pageSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a page holds 1 or more, not " + size);
        }
        pageSize = size;
    }

    Optional<LongRunning> putting(String type) {
        return Optional.ofNullable(puts.get(type.toLowerCase(Locale.ROOT)));
    }

    Optional<LongRunning> deleting(String type) {
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
