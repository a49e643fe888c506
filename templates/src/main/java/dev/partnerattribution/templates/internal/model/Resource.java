package dev.partnerattribution.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a template deploys.
 *
 * @param start where its declaration starts
 * @param typeStart where its type stands
 * @param type as written, without a version; with its parents' for one inside another
 * @param nested whether it stands in a nested template
 * @param names what its expressions can name
 */
record Resource(int start, int typeStart, String type, Node.Fields body, boolean nested, Names names) {
    private static final String DEPLOYMENTS = "microsoft.resources/deployments";

    boolean isDeployment() {
        return type.toLowerCase(Locale.ROOT).equals(DEPLOYMENTS);
    }

    @Nullable
    Node name() {
        return body.get("name");
    }

    Node.Fields properties() {
        return body.object("properties");
    }

    /** Whether this deploys nothing: a nested template that is there and has no resources. */
    boolean isEmptyDeployment() {
        return isDeployment() && properties().get("template") instanceof Node.Fields && contents() == null;
    }

    /** The resources of the nested template if it has any, or the link to another template; null if it has neither. */
    Node.@Nullable Field contents() {
        Node.Field link = properties().field("templateLink");
        Node.Field resources = properties().object("template").field("resources");
        if (link != null || resources == null) {
            return link;
        }
        return isEmpty(resources.value()) ? null : resources;
    }

    private static boolean isEmpty(Node resources) {
        return (resources instanceof Node.Items items && items.items().isEmpty())
                || (resources instanceof Node.Fields fields && fields.fields().isEmpty());
    }
}
