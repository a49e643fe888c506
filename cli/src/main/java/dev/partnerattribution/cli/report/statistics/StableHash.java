package dev.partnerattribution.cli.report.statistics;

import dev.partnerattribution.cli.report.receipts.Receipt.Attribution;
import dev.partnerattribution.cli.report.receipts.Receipt.ChildEnvironment;
import dev.partnerattribution.cli.report.receipts.Receipt.Operation;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.Target;

/** Numbers that look random, and are the same for the same texts in every JVM: they decide what a sample keeps. */
final class StableHash {
    private StableHash() {}

    static long of(String text) {
        return mixed(text.hashCode());
    }

    static long of(Request request) {
        Operation operation = request.operation();
        Target target = request.target();
        long hash = of(request.attribution());
        hash = and(hash, target.name());
        hash = and(hash, target.resourceGroup());
        hash = and(hash, target.subscription());
        hash = and(hash, target.tenant());
        hash = and(hash, operation.method());
        hash = and(hash, operation.host());
        hash = and(hash, operation.provider());
        hash = and(hash, operation.type());
        hash = and(hash, operation.action());
        hash = and(hash, operation.apiVersion());
        hash = and(hash, request.route());
        hash = and(hash, request.answer().failure());
        return mixed(hash + request.answer().status());
    }

    static long of(ChildEnvironment child) {
        long hash = and(of(child.attribution()), child.program());
        for (String variable : child.variables()) {
            hash = and(hash, variable);
        }
        return mixed(hash);
    }

    private static long of(Attribution attribution) {
        long hash = attribution.pid().toString().hashCode();
        hash = and(hash, attribution.why());
        hash = and(hash, attribution.trackingId());
        return and(hash, attribution.other());
    }

    /** The hash of a text is laid down in the Java language. */
    private static long and(long hash, String text) {
        return hash * 0x9e3779b97f4a7c15L + text.hashCode();
    }

    /** The last steps of MurmurHash3. */
    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
