package dev.partnerattribution.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** A server and its requests for programs in other languages, each as a JSON object in one line. */
final class JsonLines {

    private JsonLines() {}

    /** How to reach it. */
    static String of(LoopbackArm arm) {
        ObjectNode facts = Json.object()
                .put("endpoint", arm.localEndpoint().toString())
                .put("httpEndpoint", arm.httpEndpoint().toString())
                .put("subscription", LoopbackArm.SUBSCRIPTION_ID)
                .put("tenant", LoopbackArm.TENANT_ID)
                .put("certificate", arm.certificate().toString());
        ObjectNode az = facts.putObject("azEnvironment");
        new TreeMap<>(arm.azEnvironment()).forEach(az::put);
        ObjectNode jvm = facts.putObject("jvm").put("endpoint", arm.endpoint().toString());
        arm.jvmArguments().forEach(jvm.putArray("arguments")::add);
        return Json.ascii(facts);
    }

    /** No query, other header or body: they may hold what is nobody's business. */
    static String of(RecordedRequest request) {
        ObjectNode line = Json.object()
                .put("sequence", request.sequence())
                .put("instant", request.instant().toString())
                .put("method", request.method())
                .put("host", request.host())
                .put("path", request.path())
                .put("write", request.isWrite())
                .put("status", request.status());
        request.userAgents().forEach(line.putArray("userAgents")::add);
        return Json.ascii(line);
    }
}
