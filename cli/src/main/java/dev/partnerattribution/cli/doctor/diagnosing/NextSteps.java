package dev.partnerattribution.cli.doctor.diagnosing;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.detecting.Coverage;
import dev.partnerattribution.cli.doctor.detecting.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What to do about a diagnosis, as lines that can be copied where there is something to copy. */
public final class NextSteps {
    private static final String AGENT = "-javaagent:partner-attribution-agent.jar";

    private final Diagnosis diagnosis;
    private final List<String> steps = new ArrayList<>();

    private NextSteps(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    public static List<String> of(Diagnosis diagnosis) {
        NextSteps next = new NextSteps(diagnosis);
        switch (diagnosis.verdict()) {
            case ATTRIBUTED -> next.afterSuccess();
            case NO_WAY ->
                next.steps.add("if it does deploy to Azure, name all of it: the whole class path, or the folder"
                        + " with its libraries");
            case UNREADABLE -> next.steps.add("make readable what is listed as not read, and ask again");
            case NOT_ATTRIBUTED -> next.towardsAttribution();
        }
        diagnosis.findings().stream()
                .filter(finding -> finding.conflict() && !finding.todo().isEmpty())
                .map(Finding::todo)
                .distinct()
                .forEach(next.steps::add);
        return List.copyOf(next.steps);
    }

    private void afterSuccess() {
        steps.add("see it on the wire: run it against `partner-attribution emulate`");
    }

    private void towardsAttribution() {
        if (diagnosis.trackingId() == null && !diagnosis.setup().attribution().contains("opted out")) {
            giveAnId();
        }
        List<Way> open = diagnosis.uncovered();
        boolean runtimeJarWillDo =
                !open.isEmpty() && open.stream().allMatch(way -> way.isCoveredBy(Coverage.RUNTIME_JAR));
        if (runtimeJarWillDo && !diagnosis.setup().hasRuntimeJar()) {
            steps.add("add the runtime jar to its build:\n" + dependency());
            steps.add("or, without a build, start it with the agent:\n" + indented(startWithAgent()));
        } else if (any(open, way -> way.isCoveredBy(Coverage.AGENT))) {
            steps.add("start it with the agent:\n" + indented(startWithAgent()));
        }
        if (any(open, way -> way.name().contains("by hand"))) {
            steps.add("or hand the policy to the pipelines that it builds: .addPolicy(new AttributionPolicy())");
        }
        if (any(open, way -> way.coverage().isEmpty())) {
            steps.add("for what nothing covers: replace or update it, or set the environment of the tool that sends:\n"
                    + indented("partner-attribution env bash " + idOption("--guid ", "--tracking-id ")));
        }
    }

    private static boolean any(List<Way> ways, Predicate<Way> what) {
        return ways.stream().anyMatch(what);
    }

    private void giveAnId() {
        boolean isAnnotated = diagnosis.setup().configurations().size() > 0
                || diagnosis.scanned().contents().stream()
                        .anyMatch(each -> !each.annotated().isEmpty());
        steps.add("give it the tracking ID that you registered: "
                + (isAnnotated
                        ? ""
                        : "annotate its main class,\n" + indented("@PartnerAttribution(guid = \"<GUID>\")") + "\nor ")
                + "set PARTNER_ATTRIBUTION_GUID=<GUID> where it is started, or name it to the agent");
    }

    private static String dependency() {
        String version = NextSteps.class.getPackage().getImplementationVersion();
        return indented(
                """
                <dependency>
                  <groupId>dev.partnerattribution</groupId>
                  <artifactId>partner-attribution-runtime</artifactId>
                  <version>%s</version>
                </dependency>"""
                        .formatted(version == null ? "VERSION" : version));
    }

    private String startWithAgent() {
        Application application = diagnosis.application();
        boolean needsId = diagnosis.setup().configurations().size() != 1;
        String agent = AGENT + (needsId ? "=" + idOption("guid=", "tracking-id=") : "");
        return switch (application.kind()) {
            case LIVE ->
                "java -jar partner-attribution-agent.jar attach " + application.name() + " "
                        + idOption("guid=", "tracking-id=");
            case CLASS_PATH -> "java " + agent + " -cp ... MAIN-CLASS";
            case FOLDER -> "java " + agent + " ...";
            case ARCHIVE ->
                isJar(application.name())
                        ? "java " + agent + " -jar " + application.name()
                        : agent + " among the arguments of the server's JVM";
        };
    }

    private static boolean isJar(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private String idOption(String guid, String trackingId) {
        TrackingId id = diagnosis.trackingId();
        String bare = id == null ? "<GUID>" : id.guid();
        return bare == null ? trackingId + id : guid + bare;
    }

    private static String indented(@Nullable String text) {
        return String.valueOf(text).indent(4).stripTrailing();
    }
}
