package dev.partnerattribution.templates.internal.model;

import dev.partnerattribution.templates.Scope;
import dev.partnerattribution.templates.internal.reading.Comment;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template says that matters for attribution, whichever language it is written in.
 *
 * @param scope null if the file does not say one that is known
 * @param scopeStart where it is said, or the start of the file
 * @param section in an ARM template the list of resources with its name; null if there is none, or in Bicep
 * @param root in an ARM template the whole of it, in Bicep an object without fields
 * @param inSpec whether it is a template within a template spec, whose expressions are escaped
 * @param resources all of them, also those in resources and in nested templates
 * @param comments in their order
 * @param imports the paths of files whose variables, types or functions are used
 * @param taken the names that no new declaration can have
 * @param symbols what its names stand for
 * @param published the template specs that it publishes
 */
public record Model(
        @Nullable Scope scope,
        int scopeStart,
        Node.@Nullable Field section,
        Node.Fields root,
        boolean inSpec,
        List<Resource> resources,
        List<Comment> comments,
        List<String> imports,
        Set<String> taken,
        Symbols symbols,
        Published published) {
    /**
     * Returns the templates that customers deploy: this one, or if it only publishes template specs those in them. What it
     * publishes beside other resources is content of its own, such as the parts of a Sentinel solution.
     */
    public List<Model> deployed() {
        return published.nothingElse() ? published.templates() : List.of(this);
    }
}
