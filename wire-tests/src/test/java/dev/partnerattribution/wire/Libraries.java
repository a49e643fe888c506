package dev.partnerattribution.wire;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Published libraries, fetched as the build's own Maven fetches them, with its settings and local repository. */
public final class Libraries {
    /** One for all, until this JVM ends: it remembers the POMs that it has read. */
    private static final Context MAVEN = maven();

    private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();

    private Libraries() {}

    /** The jars of these coordinates and of all that they need to run. */
    public static List<Path> of(String... coordinates) {
        return RESOLVED.computeIfAbsent(List.of(coordinates), Libraries::resolve);
    }

    private static List<Path> resolve(List<String> coordinates) {
        // Repositories that some published POMs name are long gone, and waiting for them takes minutes.
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(MAVEN.repositorySystemSession())
                .setIgnoreArtifactDescriptorRepositories(true);
        CollectRequest collect = new CollectRequest(
                coordinates.stream().map(Libraries::dependency).toList(), null, MAVEN.remoteRepositories());
        try {
            return MAVEN
                    .repositorySystem()
                    .resolveDependencies(
                            session,
                            new DependencyRequest(collect, DependencyFilterUtils.classpathFilter("compile", "runtime")))
                    .getArtifactResults()
                    .stream()
                    .map(Libraries::file)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException("these libraries can't be had: " + coordinates, e);
        }
    }

    private static Context maven() {
        return Runtimes.INSTANCE
                .getRuntime()
                .create(ContextOverrides.create()
                        .withUserSettings(true)
                        .withLocalRepositoryOverride(Path.of(System.getProperty("local.repository")))
                        .build());
    }

    private static Dependency dependency(String coordinates) {
        return new Dependency(new DefaultArtifact(coordinates), "compile");
    }

    private static Path file(ArtifactResult result) {
        return result.getArtifact().getFile().toPath();
    }
}
