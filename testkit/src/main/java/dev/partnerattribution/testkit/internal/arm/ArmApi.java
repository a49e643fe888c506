package dev.partnerattribution.testkit.internal.arm;

import dev.partnerattribution.testkit.internal.http.RefusedException;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import java.util.Locale;

/** Azure Resource Manager itself, with all its state: leads each request to the area that answers it. */
public final class ArmApi {

    private final Store store = new Store();
    private final Operations operations = new Operations();
    private final Paging paging;
    private final Providers providers;
    private final Resources resources;
    private final ResourceGroups groups;
    private final Deployments deployments;

    public ArmApi(Settings settings) {
        paging = new Paging(settings);
        providers = new Providers(paging);
        resources = new Resources(store, settings, operations);
        groups = new ResourceGroups(store, paging, resources);
        deployments = new Deployments(store, settings, operations, paging);
    }

    /** The refusal of a subscription that isn't registered for this provider. */
    public static Reply missingRegistration(String namespace) {
        return Providers.missingRegistration(namespace).reply();
    }

    /** Refuses to create resources of this provider until it is registered again. */
    public void unregister(String namespace) {
        providers.unregister(namespace);
    }

    public Reply answer(Request request) {
        try {
            return route(request, ArmPath.of(request.path()));
        } catch (RefusedException refused) {
            return refused.reply();
        } catch (RuntimeException | StackOverflowError bug) {
            return Reply.error(500, "LoopbackArmBug", bug.toString());
        }
    }

    private Reply route(Request request, ArmPath path) {
        if (Operations.owns(path)) {
            return operations.poll(request, path);
        }
        if (!path.hasProviders()) {
            return withoutProvider(request, path);
        }
        if (isProvider(request, path)) {
            return providers.answer(request, path);
        }
        ResourceGroups.requireGroup(store, path);
        return deployments.owns(path) ? deployments.answer(request, path) : ofProvider(request, path);
    }

    private Reply withoutProvider(Request request, ArmPath path) {
        if (path.matches("subscriptions/*/resourceGroups")) {
            return groups.list(request, path);
        }
        if (path.matches("subscriptions/*/resourceGroups/*")) {
            return groups.answer(request, path);
        }
        if (path.matches("subscriptions/*/resourceGroups/*/exportTemplate")) {
            return groups.export(path);
        }
        if (path.matches("subscriptions/*/resources") || path.matches("subscriptions/*/resourceGroups/*/resources")) {
            return paging.reply(request, store.overview(path.parent().id()));
        }
        return Subscriptions.answer(path);
    }

    private Reply ofProvider(Request request, ArmPath path) {
        if (path.isResource()) {
            if (request.is("PUT")) {
                providers.requireRegistered(path.tail().get(0));
            }
            return resources.resource(request, path, path.type());
        }
        if (request.is("POST")) {
            return Actions.answer(store, path);
        }
        String scope = path.tail().size() == 2 ? path.scope() : path.parent().id();
        return paging.reply(request, store.ofType(path.type(), scope));
    }

    private static boolean isProvider(Request request, ArmPath path) {
        int depth = path.tail().size();
        return depth < 2
                || (depth == 2
                        && request.is("POST")
                        && path.name().toLowerCase(Locale.ROOT).endsWith("register"));
    }
}
