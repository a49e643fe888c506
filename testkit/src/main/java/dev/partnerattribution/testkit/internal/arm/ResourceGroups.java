package dev.partnerattribution.testkit.internal.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partnerattribution.testkit.internal.http.Json;
import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;

/** Resource groups, and what else stands directly beneath a subscription. */
final class ResourceGroups {

    private final Store store;
    private final Paging paging;
    private final Resources resources;

    ResourceGroups(Store store, Paging paging, Resources resources) {
        this.store = store;
        this.paging = paging;
        this.resources = resources;
    }

    Reply list(Request request, ArmPath path) {
        return paging.reply(
                request, store.ofType(Store.GROUP_TYPE, path.parent().id()));
    }

    Reply answer(Request request, ArmPath path) {
        if (request.is("HEAD")) {
            return resources.resource(request, path, Store.GROUP_TYPE);
        }
        if (!request.is("PUT") && store.get(path.id()).isEmpty()) {
            throw notFound(path.name());
        }
        return resources.resource(request, path, Store.GROUP_TYPE);
    }

    /** The template of what a group holds, as far as anyone here needs it. */
    Reply export(ArmPath path) {
        ObjectNode template = Json.object();
        template.putObject("template")
                .put("$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
                .put("contentVersion", "1.0.0.0")
                .putArray("resources")
                .addAll(store.overview(path.parent().id()));
        return Reply.json(200, template);
    }

    /** Refuses what is meant for a group that isn't there. */
    static void requireGroup(Store store, ArmPath path) {
        if (path.matches("subscriptions/*/resourceGroups/*/**")) {
            String id = new ArmPath(path.segments().subList(0, 4)).id();
            if (store.get(id).isEmpty()) {
                throw notFound(path.segment(3));
            }
        }
    }

    private static RefusedException notFound(String name) {
        return new RefusedException(404, "ResourceGroupNotFound", "Resource group '" + name + "' could not be found.");
    }
}
