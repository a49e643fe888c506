package dev.partnerattribution.cli.doctor.diagnosing;

import dev.partnerattribution.InvalidTrackingIdException;
import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.application.Start;
import dev.partnerattribution.cli.doctor.detecting.Setup;
import dev.partnerattribution.cli.doctor.scanning.Configuration;
import dev.partnerattribution.cli.doctor.scanning.Contents;
import dev.partnerattribution.internal.options.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what keeps attribution from working, or competes with it. */
final class Findings {
    private final Application application;
    private final List<Contents> contents;
    private final Setup setup;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(Application application, List<Contents> contents, Setup setup) {
        this.application = application;
        this.contents = contents;
        this.setup = setup;
    }

    static List<Finding> of(Application application, List<Contents> contents, Setup setup) {
        Findings all = new Findings(application, contents, setup);
        all.findConfigurations();
        all.findLostServices();
        all.findOtherIds();
        all.findTerraform();
        all.findSettings();
        all.findOfStart();
        return List.copyOf(all.findings);
    }

    private Set<String> everyOne(java.util.function.Function<Contents, Set<String>> names) {
        return contents.stream()
                .flatMap(each -> names.apply(each).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void findConfigurations() {
        List<Configuration> configurations = setup.configurations();
        if (configurations.size() > 1) {
            String which = configurations.stream()
                    .map(each -> each.annotatedClass() + " (" + each.trackingId() + ")")
                    .collect(Collectors.joining(", "));
            String what = configurations.size() + " classes are annotated with @PartnerAttribution: " + which;
            findings.add(
                    setup.trackingId() == null
                            ? Finding.conflict(
                                    what,
                                    "",
                                    "start the annotated one as main class, or say which ID counts by"
                                            + " -Dpartner.attribution.guid or PARTNER_ATTRIBUTION_GUID")
                            : Finding.note(what + "; one of them counts", "", ""));
        }
        Set<String> configured =
                configurations.stream().map(Configuration::annotatedClass).collect(Collectors.toSet());
        for (String annotated : everyOne(each -> each.annotated())) {
            if (!configured.contains(annotated)) {
                findings.add(Finding.conflict(
                        annotated + " is annotated with @PartnerAttribution, but nothing was generated from it",
                        annotated,
                        "add partner-attribution-processor to the annotation processor path of its build; from JDK 23 on,"
                                + " a processor on the class path alone does not run. Without it nothing is checked, and"
                                + " the annotation counts only where this is the main class"));
            }
        }
    }

    /** Tools that make one jar of many keep only one of several service files, unless they are told to merge them. */
    private void findLostServices() {
        Set<String> registered = everyOne(each -> each.registered());
        Map<String, Configuration> generated = new LinkedHashMap<>();
        contents.stream()
                .flatMap(each -> each.configurations().stream())
                .forEach(each -> generated.put(each.generatedClass(), each));
        String merge =
                "have the tool that makes the jar merge META-INF/services: ServicesResourceTransformer of the Maven"
                        + " shade plugin, mergeServiceFiles() of Gradle's";
        generated.forEach((name, configuration) -> {
            if (!registered.contains(name)) {
                findings.add(Finding.conflict(
                        name + " is in no service file, so that nobody finds it", configuration.where(), merge));
            }
        });
        for (String name : registered) {
            if (!generated.containsKey(name)) {
                findings.add(Finding.conflict(
                        "a service file names " + name + ", and there is no such class",
                        "",
                        "build the application anew"));
            }
        }
        if (setup.hasRuntimeJar() && !setup.runtimeJarIsFound()) {
            findings.add(Finding.conflict(
                    "the runtime jar is inside, but no service file names its policy provider, so that azure-core does not"
                            + " find it",
                    "",
                    merge));
        }
    }

    private void findOtherIds() {
        TrackingId ours = setup.trackingId();
        Map<String, List<String>> places = new LinkedHashMap<>();
        contents.stream()
                .flatMap(each -> each.trackingIds().stream())
                .filter(evidence -> ours == null || !evidence.what().equalsIgnoreCase(ours.token()))
                .forEach(evidence -> places.computeIfAbsent(
                                evidence.what().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(evidence.where()));
        places.forEach((id, where) -> findings.add(otherId(id, where, ours)));
    }

    private static Finding otherId(String id, List<String> where, @Nullable TrackingId ours) {
        String place = where.stream().distinct().limit(3).collect(Collectors.joining(", "));
        String todo =
                "if a User-Agent gets it, it stays there and ours is not added; take it out, or use it as the tracking"
                        + " ID";
        String owner = ownerOf(id);
        if (owner != null) {
            return Finding.note("it names " + id + ", which is no partner's: " + owner, place, "");
        }
        return ours == null
                ? Finding.note("it names the tracking ID " + id, place, "")
                : Finding.conflict("it names another tracking ID, " + id, place, todo);
    }

    /** Null if it may well be a partner's. */
    private static @Nullable String ownerOf(String id) {
        try {
            TrackingId.parse(id);
            return null;
        } catch (InvalidTrackingIdException e) {
            return e.getMessage();
        }
    }

    /** With the agent a child process is told our ID. */
    private void findTerraform() {
        TrackingId ours = setup.trackingId();
        contents.stream().flatMap(each -> each.terraform().stream()).forEach(file -> {
            String partnerId = file.partnerId();
            if (file.sendsItsOwn() && !setup.takes(Route.CHILD_PROCESSES)) {
                findings.add(Finding.conflict(
                        "Terraform sends an ID of its own, because this file gives it none",
                        file.where(),
                        "write partner_id = \"" + (ours == null || ours.guid() == null ? "<GUID>" : ours.guid())
                                + "\" into its provider block, or start Terraform from a program under the agent"));
            } else if (partnerId != null && ours != null && !isOurs(partnerId, ours)) {
                findings.add(Finding.conflict(
                        "Terraform sends another tracking ID, " + partnerId,
                        file.where(),
                        "write the same in both places"));
            }
        });
    }

    private static boolean isOurs(String partnerId, TrackingId ours) {
        return partnerId.equalsIgnoreCase(ours.token())
                || partnerId.equalsIgnoreCase(ours.guid())
                || partnerId.contains("${");
    }

    private void findSettings() {
        contents.stream()
                .flatMap(each -> each.settings().stream())
                .distinct()
                .forEach(evidence -> findings.add(Finding.note(
                        "the code itself names the setting " + evidence.what() + ", which may decide what is said here",
                        evidence.where(),
                        "")));
    }

    private void findOfStart() {
        if (setup.attribution().startsWith("off: opted out")) {
            findings.add(Finding.conflict(
                    "attribution is " + setup.attribution(), "", "respect it; who set it can take it away"));
        }
        Start start = application.start();
        if (start.environment() == null) {
            findings.add(Finding.note(
                    "its environment can't be read; PARTNER_ATTRIBUTION_… in it would come before an annotation, and can opt out",
                    "",
                    ""));
        }
        Stream.of(start.said())
                .flatMap(List::stream)
                .forEach(line -> findings.add(Finding.note("it has said: " + line, "", "")));
    }
}
