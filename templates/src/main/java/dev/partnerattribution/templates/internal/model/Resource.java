package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.internal.reading.Node;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a template deploys, or a module of Bicep, which is a deployment.
 *
 * @param start where its declaration starts
 * @param typeStart where its type stands
 * @param type as written, without a version; with its parents' for one inside another
 * @param nested whether it stands in a nested template
 * @param repeated whether it is deployed several times, by {@code copy} or {@code for}
 * @param conditional whether a condition decides on it
 * @param link what names the file that it deploys; null if none
 * @param symbols what its expressions can name
 */
public record Resource(
        int start,
        int typeStart,
        String type,
        Node.Fields body,
        boolean nested,
        boolean repeated,
        boolean conditional,
        @Nullable Node link,
        Symbols symbols) {
    static final String MODULE = "module";

    private static final Set<String> DEPLOYMENTS =
            Set.of("microsoft.resources/deployments", "microsoft.resources/deploymentstacks", MODULE);

    /** Returns whether it deploys a template: also a module, or a deployment stack. */
    public boolean isDeployment() {
        return DEPLOYMENTS.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Returns whether Bicep makes the deployment out of it, location and mode included. */
    public boolean isModule() {
        return type.equals(MODULE);
    }

    public @Nullable Node name() {
        return body.get("name");
    }

    public Node.Fields properties() {
        return body.object("properties");
    }

    /** Returns the values that a linked or nested template's parameters get. */
    public Node.Fields parameters() {
        return isModule() ? body.object("params") : properties().object("parameters");
    }

    /** Returns whether this has a nested template without resources. */
    public boolean isEmptyInline() {
        return link == null && properties().get("template") instanceof Node.Fields && inlineResources() == null;
    }

    /** Returns the resources of the nested template; null if there are none. */
    public Node.@Nullable Field inlineResources() {
        Node.Field resources = properties().object("template").field("resources");
        return resources == null || isEmpty(resources.value()) ? null : resources;
    }

    private static boolean isEmpty(Node resources) {
        return (resources instanceof Node.Items items && items.items().isEmpty())
                || (resources instanceof Node.Fields fields && fields.fields().isEmpty());
    }
}
