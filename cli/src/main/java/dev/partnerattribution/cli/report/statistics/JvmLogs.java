package dev.partnerattribution.cli.report.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The JVMs whose receipts are read, told apart by name. All threads that read share it. */
public final class JvmLogs {
    private final Map<String, JvmLog> byName = new ConcurrentHashMap<>();

    JvmLog of(String name) {
        return byName.computeIfAbsent(name, JvmLog::new);
    }

    /** By name. */
    Collection<JvmLog> all() {
        return new TreeMap<>(byName).values();
    }
}
