package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.model.PassedSymbols;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pid deployments of a template by their names: its own, and those in the local files that it deploys. */
public final class Names {
    static final int STEPS_OF_A_FILE = 1_000_000;
    static final int LONGEST_LINK = 4096;
    private static final int MAX_DEPTH = 8;
    private static final int MOST_FILES = 300;

    private final Budget budget = new Budget(STEPS_OF_A_FILE);
    private final Evaluator evaluator = new Evaluator(budget);
    private final Links links = new Links(evaluator, budget);
    private final List<PidDeployment> found = new ArrayList<>();
    private final Set<Model> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private int files;

    private Names() {}

    /**
     * Returns them in the order of the file.
     *
     * @param model one of the templates in it
     */
    public static List<PidDeployment> pidsIn(Document document, Model model) {
        Names names = new Names();
        for (Resource resource : model.resources()) {
            names.add(resource, resource.symbols(), null, document);
        }
        return names.found;
    }

    /** Returns what is named by a tracking ID and is no deployment. */
    public static List<Resource> namedByTrackingId(Model model) {
        Names names = new Names();
        List<Resource> named = new ArrayList<>();
        for (Resource resource : model.resources()) {
            Node name = resource.isDeployment() ? null : resource.name();
            if (name != null
                    && PidName.of(names.evaluator
                                            .nameValue(name, resource.symbols())
                                            .asText())
                                    .id()
                            != null) {
                named.add(resource);
            }
        }
        return named;
    }

    /** @param through what in the file that was asked about deploys this one; null for its own */
    private void add(Resource resource, Symbols symbols, @Nullable Node through, Document document) {
        if (!resource.isDeployment()) {
            return;
        }
        Document target = links.target(resource, symbols);
        PidDeployment pid = pid(resource, symbols, through, document, contents(resource, target));
        if (pid != null) {
            found.add(pid);
        }
        Model linked = target == null ? null : target.model();
        if (target == null
                || linked == null
                || ++files > MOST_FILES
                || entered.size() > MAX_DEPTH
                || !entered.add(linked)) {
            return;
        }
        Node place = through == null ? resource.link() : through;
        for (Resource inner : linked.resources()) {
            add(inner, new PassedSymbols(inner.symbols(), resource.parameters(), symbols), place, target);
        }
        entered.remove(linked);
    }

    private static PidDeployment.Contents contents(Resource resource, @Nullable Document target) {
        Model linked = target == null ? null : target.model();
        if (resource.link() != null) {
            return linked == null
                    ? PidDeployment.Contents.UNKNOWN
                    : linked.resources().isEmpty() ? PidDeployment.Contents.EMPTY : PidDeployment.Contents.RESOURCES;
        }
        return resource.isEmptyInline() ? PidDeployment.Contents.EMPTY : PidDeployment.Contents.RESOURCES;
    }

    private @Nullable PidDeployment pid(
            Resource resource,
            Symbols symbols,
            @Nullable Node through,
            Document document,
            PidDeployment.Contents contents) {
        Node name = resource.name();
        if (name == null) {
            return null;
        }
        String expression = symbols.expression(name);
        Value.Text value = evaluator.nameValue(name, symbols).asText();
        boolean reaches = expression != null && mayBeId(value.known());
        List<String> could = reaches ? could(name, symbols, value) : List.of();
        String raw = expression != null ? expression : name instanceof Node.Text text ? text.value() : "";
        String placeholder = value.whole() ? null : Filtered.open(raw, symbols);
        boolean empty = contents == PidDeployment.Contents.EMPTY;
        if (!new Suspicion(value, could, empty, expression, placeholder).isPid(contents)) {
            return null;
        }
        return new PidDeployment(
                resource,
                name,
                through == null ? name.start() : through.start(),
                through != null || resource.nested(),
                expression == null,
                PidName.of(value),
                could,
                placeholder == null ? "" : placeholder,
                through == null ? "" : document.at(name.start()).replaceFirst(": $", ""),
                contents);
    }

    /** Whether a name of which this much is known can be a pid deployment's. */
    private static boolean mayBeId(String known) {
        return PidName.hasPrefix(known) || PidName.PREFIX.startsWith(known.toLowerCase(Locale.ROOT));
    }

    /** Without the one that it says. */
    private List<String> could(Node name, Symbols symbols, Value.Text value) {
        TrackingId says = PidName.of(value).id();
        Set<String> could = new LinkedHashSet<>();
        for (String text : Reach.texts(name, symbols, evaluator, budget)) {
            could.addAll(TrackingId.findIdsAndGuids(text));
        }
        could.removeIf(id -> says != null && (id.equalsIgnoreCase(says.token()) || id.equalsIgnoreCase(says.guid())));
        return List.copyOf(could);
    }

    /** What speaks for a pid deployment. */
    private record Suspicion(
            Value.Text value,
            List<String> could,
            boolean empty,
            @Nullable String expression,
            @Nullable String placeholder) {
        boolean isPid(PidDeployment.Contents contents) {
            if (PidName.hasPrefix(value.known())) {
                // A name that starts so by chance deploys something.
                return PidName.of(value).status() != PidName.Status.MALFORMED
                        || contents != PidDeployment.Contents.RESOURCES
                        || value.known().matches("(?i)pid-[0-9a-f-]*");
            }
            if (value.whole()) {
                return empty && TrackingId.isGuid(value.known());
            }
            boolean whole = could.stream().anyMatch(PidName::hasPrefix);
            boolean guessed =
                    empty && (!could.isEmpty() || placeholder != null || (expression != null && Hint.isIn(expression)));
            return mayBeId(value.known()) && (whole || guessed);
        }
    }
}
