package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.terminal.JsonText;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.testkit.RecordedRequest;
import java.util.List;

/** A request as it is shown: without query, body and other headers, which may hold what is nobody's business. */
final class RequestLines {
    private static final int LONGEST = 4_000;

    private RequestLines() {}

    static String text(RecordedRequest request, List<String> ids) {
        return request.status() + " " + request.method() + " " + printable(request.path()) + "\n    "
                + (request.userAgents().isEmpty() ? "no User-Agent" : printable(request.userAgent())) + "\n    "
                + verdict(request.userAgent(), ids) + "\n";
    }

    private static String verdict(String userAgent, List<String> ids) {
        if (ids.isEmpty()) {
            return "no tracking ID";
        }
        String glued = TrackingId.wordsIn(userAgent).size() == ids.size()
                ? ""
                : ": not set off by blanks, which may not be read";
        return ids.size() == 1
                ? ids.get(0) + glued
                : String.join(", ", ids) + ": " + ids.size() + " tracking IDs, and only one is read";
    }

    /** No client steers the terminal, should the server ever let such a character through. */
    private static String printable(String text) {
        return Sanitizer.shown(text, LONGEST);
    }

    /** One line. */
    static String json(RecordedRequest request, List<String> ids) {
        return JsonText.documentLine(json -> {
            json.writeNumberField("sequence", request.sequence());
            json.writeStringField("instant", request.instant().toString());
            json.writeStringField("method", request.method());
            json.writeStringField("host", request.host());
            json.writeStringField("path", request.path());
            json.writeBooleanField("write", request.isWrite());
            json.writeNumberField("status", request.status());
            JsonText.texts(json, "userAgents", request.userAgents());
            JsonText.texts(json, "trackingIds", ids);
        });
    }
}
