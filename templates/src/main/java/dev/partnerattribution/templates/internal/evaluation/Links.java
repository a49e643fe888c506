package dev.partnerattribution.templates.internal.evaluation;

import dev.partnerattribution.templates.internal.model.Document;
import dev.partnerattribution.templates.internal.model.LocalFiles;
import dev.partnerattribution.templates.internal.model.Model;
import dev.partnerattribution.templates.internal.model.Resource;
import dev.partnerattribution.templates.internal.model.Symbols;
import dev.partnerattribution.templates.internal.reading.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that a template deploys or imports from, as paths from its own folder. */
public final class Links {
    /** A path in the expressions that links are mostly made by; an address on the web has many. */
    private static final Pattern PATH = Pattern.compile(
            "[^'\"\\\\?=\\s:]*?[^'\"/\\\\?=\\s:]+\\.(?:jsonc?|bicep)(?![\\w.])", Pattern.CASE_INSENSITIVE);

    private static final int MOST_TAILS = 8;

    private final Evaluator evaluator;
    private final Budget budget;

    Links(Evaluator evaluator, Budget budget) {
        this.evaluator = evaluator;
        this.budget = budget;
    }

    /**
     * Returns the paths that each link of a template may mean, the likeliest first: the end of an address may be a file that
     * is there.
     */
    public static List<List<String>> of(Model model) {
        Budget budget = new Budget(Names.STEPS_OF_A_FILE);
        Links links = new Links(new Evaluator(budget), budget);
        List<List<String>> all = new ArrayList<>();
        model.imports().forEach(path -> all.add(List.of(path)));
        links.addAll(model, all);
        model.published().templates().forEach(template -> links.addAll(template, all));
        return all;
    }

    private void addAll(Model model, List<List<String>> all) {
        for (Resource resource : model.resources()) {
            if (resource.isDeployment() && resource.link() != null) {
                all.add(paths(resource.link(), resource.symbols()));
            }
        }
    }

    /** Returns the file that a deployment or module links to; null if it links to none, or it is not there. */
    @Nullable
    Document target(Resource deployment, Symbols symbols) {
        Node link = deployment.link();
        if (link == null || symbols.files() == LocalFiles.NONE) {
            return null;
        }
        for (String path : paths(link, symbols)) {
            Document file = symbols.files().open(path);
            if (file != null && file.model() != null) {
                return file;
            }
        }
        return null;
    }

    private List<String> paths(Node link, Symbols symbols) {
        Value value = evaluator.nameValue(link, symbols);
        Set<String> paths = new LinkedHashSet<>();
        if (symbols.bicep() && value instanceof Value.Text module) {
            return module.known().indexOf(':') < 0 ? List.of(module.known()) : List.of();
        }
        if (value instanceof Value.Text text && text.whole()) {
            add(text.known(), paths);
        }
        for (String text : Reach.texts(link, symbols, evaluator, budget)) {
            add(text, paths);
        }
        return List.copyOf(paths);
    }

    /** Most texts of which an expression is made name no file, and the pattern takes long to say so. */
    private static boolean namesFile(String text) {
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (text.regionMatches(true, dot, ".json", 0, 5) || text.regionMatches(true, dot, ".bicep", 0, 6)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private static void add(String text, Set<String> paths) {
        if (text.length() > Names.LONGEST_LINK || !namesFile(text)) {
            return;
        }
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            String relative = withoutSlashes(path.group());
            for (int i = 0; i < MOST_TAILS && !relative.isEmpty(); i++) {
                paths.add(relative);
                int slash = relative.indexOf('/');
                relative = slash < 0 ? "" : relative.substring(slash + 1);
            }
        }
    }
}
