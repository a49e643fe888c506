package dev.partnerattribution.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that is there for attribution.
 *
 * @param name its name's value
 * @param literal whether that is the text itself and not an expression
 */
record Pid(Resource resource, Node name, boolean literal, PidName says) {
    /** In the expression of an empty deployment's name: it can hardly be anything else. */
    private static final Pattern HINT = Pattern.compile("pid|track|attribution|cua", Pattern.CASE_INSENSITIVE);

    /** In the order of the file. */
    static List<Pid> in(Model model) {
        List<Pid> pids = new ArrayList<>();
        for (Resource resource : model.resources()) {
            Pid pid = resource.isDeployment() ? of(resource) : null;
            if (pid != null) {
                pids.add(pid);
            }
        }
        return pids;
    }

    private static @Nullable Pid of(Resource deployment) {
        Node name = deployment.name();
        if (name == null) {
            return null;
        }
        String expression = deployment.names().expression(name);
        Evaluation.Value value = Evaluation.of(name, deployment.names());
        boolean pid =
                PidName.hasPrefix(value.known()) || (deployment.isEmptyDeployment() && looksLikeOne(value, expression));
        return pid ? new Pid(deployment, name, expression == null, PidName.of(value)) : null;
    }

    private static boolean looksLikeOne(Evaluation.Value value, @Nullable String expression) {
        return value.whole()
                ? PidName.isGuid(value.known())
                : value.known().isEmpty()
                        && expression != null
                        && HINT.matcher(expression).find();
    }

    boolean nested() {
        return resource.nested();
    }
}
