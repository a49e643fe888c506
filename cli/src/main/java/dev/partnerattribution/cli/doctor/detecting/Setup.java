package dev.partnerattribution.cli.doctor.detecting;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.cli.doctor.application.Application;
import dev.partnerattribution.cli.doctor.application.Start;
import dev.partnerattribution.cli.doctor.scanning.Configuration;
import dev.partnerattribution.cli.doctor.scanning.Contents;
import dev.partnerattribution.internal.Forecast;
import dev.partnerattribution.internal.options.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of ours an application has on board or is started with, and the tracking ID that comes of it. */
public final class Setup {
    private static final String LAUNCHER = "dev.partnerattribution.agent.Launcher";

    private final List<Contents> contents;
    private final @Nullable String agentOptions;
    private final @Nullable String wovenOptions;
    private final List<Configuration> configurations;
    private final Forecast forecast;

    public Setup(Application application, List<Contents> contents) {
        this.contents = contents;
        Start start = application.start();
        agentOptions = start.agentOptions() == null && namesLauncher(contents) ? "" : start.agentOptions();
        wovenOptions = contents.stream()
                .map(Contents::wovenOptions)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        configurations = registered(contents);
        forecast = Forecast.of(
                Stream.of(agentOptions, wovenOptions)
                        .filter(options -> options != null && !options.isEmpty())
                        .findFirst()
                        .orElse(""),
                start.properties(),
                start.environment() == null ? Map.of() : start.environment(),
                configurations,
                start.mainClass() != null ? start.mainClass() : mainClass(contents));
    }

    /** The manifest of an executable jar can name the agent. */
    private static boolean namesLauncher(List<Contents> contents) {
        return contents.stream()
                .anyMatch(
                        each -> each.isOwn() && LAUNCHER.equals(each.manifest().getValue("Launcher-Agent-Class")));
    }

    /** Those that a ServiceLoader finds, each once, however often its jar is there. */
    private static List<Configuration> registered(List<Contents> contents) {
        Map<String, Configuration> registered = new LinkedHashMap<>();
        contents.stream()
                .flatMap(each -> each.configurations().stream())
                .filter(each ->
                        contents.stream().anyMatch(any -> any.registered().contains(each.generatedClass())))
                .forEach(each -> registered.putIfAbsent(each.generatedClass(), each));
        return List.copyOf(registered.values());
    }

    /** Spring Boot's launcher is the Main-Class of its jars; the program's own main stands in Start-Class. */
    private static @Nullable String mainClass(List<Contents> contents) {
        return contents.stream()
                .filter(each -> each.isOwn())
                .map(each -> each.manifest())
                .map(manifest -> Objects.requireNonNullElse(
                        manifest.getValue("Start-Class"),
                        Objects.requireNonNullElse(manifest.getValue(Attributes.Name.MAIN_CLASS), "")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    public List<Configuration> configurations() {
        return configurations;
    }

    public boolean hasRuntimeJar() {
        return contents.stream().anyMatch(each -> each.hasPolicyProvider());
    }

    /** Whether azure-core will find it, which it does by a service file. */
    public boolean runtimeJarIsFound() {
        return hasRuntimeJar() && contents.stream().anyMatch(each -> each.isPolicyProviderRegistered());
    }

    public boolean hasAgent() {
        return agentOptions != null;
    }

    /** Whether what the agent does was built into it. */
    public boolean isWoven() {
        return wovenOptions != null;
    }

    /** Whether the agent is there, or was woven into what this route needs, and takes it. */
    public boolean takes(Route route) {
        boolean isThere = hasAgent()
                || contents.stream().anyMatch(each -> each.wovenRoutes().contains(route.label()));
        return isThere && forecast.routes().contains(route);
    }

    @Nullable
    public TrackingId trackingId() {
        return forecast.attribution().trackingId();
    }

    /** The tracking ID and where it comes from, or "off" and why. */
    public String attribution() {
        String attribution = forecast.attribution().toString();
        return hasAgent() ? attribution : attribution.replace("agent option", "woven option");
    }
}
