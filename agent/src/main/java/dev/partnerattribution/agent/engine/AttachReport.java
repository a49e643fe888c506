package dev.partnerattribution.agent.engine;

import dev.partnerattribution.agent.requests.AttributionByLoader;
import dev.partnerattribution.internal.diagnostics.Sanitizer;
import dev.partnerattribution.internal.options.Route;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What who attaches to a running program wants to know: which ID, and which of its clients carry it from now on. */
public final class AttachReport implements Function<Collection<?>, String> {

    /** Made by the launcher, by name. */
    public AttachReport() {}

    /**
     * @param said what went wrong
     * @return some lines
     */
    @Override
    public String apply(Collection<?> said) {
        Set<String> now = new TreeSet<>();
        for (Route route : EngineStart.routesInUse()) {
            now.add(route.label());
        }
        StringBuilder report = new StringBuilder("tracking ID: ")
                .append(Sanitizer.shown(String.valueOf(AttributionByLoader.of(null))));
        report.append("\nin use by the program, covered from now on: ")
                .append(now.isEmpty() ? "none" : String.join(", ", now));
        report.append("\nevery other route is covered as soon as the program uses it");
        if (now.contains(Route.AZURE_CORE.label())) {
            report.append("\nazure-core clients built before now are covered where their HTTP client is one of the "
                    + "routes (netty, OkHttp, the JDK's, Vert.x), not where it is the program's own");
        }
        for (Object line : said) {
            report.append('\n').append(Sanitizer.shown(String.valueOf(line)));
        }
        return report.toString();
    }
}
