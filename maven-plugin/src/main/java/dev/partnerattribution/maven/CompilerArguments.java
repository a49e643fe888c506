package dev.partnerattribution.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What a project's POM hands to the compiler. */
final class CompilerArguments {
    private final List<String> arguments = new ArrayList<>();

    private CompilerArguments() {}

    /** The arguments of maven-compiler-plugin and its executions; none if the project does not configure it. */
    static CompilerArguments of(MavenProject project) {
        CompilerArguments found = new CompilerArguments();
        Plugin compiler = project.getPlugin("org.apache.maven.plugins:maven-compiler-plugin");
        if (compiler != null) {
            found.add(compiler.getConfiguration());
            for (PluginExecution execution : compiler.getExecutions()) {
                // What tests are compiled with says nothing of the program.
                if (!execution.getGoals().contains("testCompile")) {
                    found.add(execution.getConfiguration());
                }
            }
        }
        return found;
    }

    /** The value of {@code -Aoption=value}; null if it is not there. The last one counts, as for the compiler. */
    @Nullable
    String option(String option) {
        String prefix = "-A" + option + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .reduce((first, last) -> last)
                .map(argument -> argument.substring(prefix.length()))
                .orElse(null);
    }

    private void add(@Nullable Object configuration) {
        if (configuration instanceof Xpp3Dom dom) {
            addValue(dom.getChild("compilerArgument"));
            Xpp3Dom several = dom.getChild("compilerArgs");
            if (several != null) {
                for (Xpp3Dom argument : several.getChildren()) {
                    addValue(argument);
                }
            }
        }
    }

    private void addValue(@Nullable Xpp3Dom element) {
        if (element != null && element.getValue() != null) {
            arguments.add(element.getValue().trim());
        }
    }
}
