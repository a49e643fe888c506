package dev.partnerattribution.maven;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** An {@code <argLine>} in the POM, with which Surefire or Failsafe does not look at the property of that name. */
final class OwnArgLine {
    private OwnArgLine() {}

    /** The plugins that run tests with an {@code <argLine>} of their own in which this property is not named. */
    static List<String> without(String property, MavenProject project) {
        return Stream.of("maven-surefire-plugin", "maven-failsafe-plugin")
                .filter(name -> argLines(project.getPlugin("org.apache.maven.plugins:" + name))
                        .anyMatch(line -> !line.contains("{" + property + "}")))
                .toList();
    }

    private static Stream<String> argLines(Plugin plugin) {
        return plugin == null
                ? Stream.empty()
                : Stream.concat(
                                Stream.of(plugin.getConfiguration()),
                                plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
                        .filter(Xpp3Dom.class::isInstance)
                        .map(configuration -> ((Xpp3Dom) configuration).getChild("argLine"))
                        .filter(Objects::nonNull)
                        .map(line -> line.getValue() == null ? "" : line.getValue());
    }
}
