package dev.partnerattribution.templates;

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
 * @param resources all of them, also those in resources and in nested templates
 * @param comments where each starts
 * @param links the paths of other templates that this one deploys, as written
 * @param taken the names that no new declaration can have
 */
record Model(
        @Nullable Scope scope,
        int scopeStart,
        Node.@Nullable Field section,
        Node.Fields root,
        List<Resource> resources,
        List<Integer> comments,
        List<String> links,
        Set<String> taken) {}
