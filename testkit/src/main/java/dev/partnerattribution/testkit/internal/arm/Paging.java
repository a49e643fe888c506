package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts lists into pages, each naming the next by a link to the same server. */
final class Paging {

    private static final Pattern SKIP = Pattern.compile("(?:^|&)%24skiptoken=(\\d{1,9})");

    private final Settings settings;

    Paging(Settings settings) {
        this.settings = settings;
    }

    Reply reply(Request request, List<ObjectNode> all) {
        String query = request.query().replace("$", "%24");
        Matcher skip = SKIP.matcher(query);
        int from = Math.min(skip.find() ? Integer.parseInt(skip.group(1)) : 0, all.size());
        int to = Math.min(from + settings.pageSize(), all.size());
        ObjectNode page = Json.values(all.subList(from, to));
        if (to < all.size()) {
            String rest = SKIP.matcher(query).replaceAll("");
            String next = (rest.isEmpty() ? "" : rest + "&") + "%24skiptoken=" + to;
            page.put("nextLink", request.urlOf(request.path() + "?" + next));
        }
        return Reply.json(200, page);
    }
}
