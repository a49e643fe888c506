package dev.partnerattribution.maven;

import dev.partnerattribution.TrackingId;
import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lets the tests of the project run with the agent. Puts it into the property from which Surefire and Failsafe take the options
 * of their JVMs, before what is there, such as JaCoCo's agent. What is not set here, the agent looks up itself: in system
 * properties, the environment, and for the ID in the annotation.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AttributionMojo {
    private static final String AGENT = "dev.partnerattribution:partner-attribution-agent";

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenSession session;

    /** The property that is set; another where the POM has {@code @{…}} of that name in its {@code <argLine>}. */
    @Parameter(property = "partner.attribution.property-name", defaultValue = "argLine")
    private String propertyName = "argLine";

    /** Further hosts of Azure Resource Manager, separated by semicolons. */
    @Parameter(property = "partner.attribution.arm-hosts")
    private @Nullable String armHosts;

    /** The routes that are on, or with a minus those that are off, separated by semicolons; all unless said otherwise. */
    @Parameter(property = "partner.attribution.routes")
    private @Nullable String routes;

    /** Whether the JVMs that tests start run with the agent, too. */
    @Parameter(property = "partner.attribution.follow-jvms")
    private @Nullable String followJvms;

    /** The file, or the folder with a slash at its end, that takes the receipts of requests. */
    @Parameter(property = "partner.attribution.receipts")
    private @Nullable String receipts;

    /** Names in receipts: {@code hashed} unless {@code full} is said. */
    @Parameter(property = "partner.attribution.receipt-detail")
    private @Nullable String receiptDetail;

    /** Whether each JVM says at its end what it sent. */
    @Parameter(property = "partner.attribution.summary")
    private @Nullable String summary;

    /** Whether nothing is stamped. */
    @Parameter(property = "partner.attribution.opt-out")
    private @Nullable String optOut;

    /** Whether the agent says what it does. */
    @Parameter(property = "partner.attribution.verbose")
    private @Nullable String verbose;

    /** An {@code <argLine>} with {@code @{…}} would be handed on as it stands if there were no such property. */
    @Override
    void whenSkipped() {
        project.getProperties().putIfAbsent(propertyName, "");
    }

    @Override
    void run() throws MojoFailureException {
        String argument = argument().of(agent());
        Properties properties = project.getProperties();
        String before = properties.getProperty(propertyName, "").trim();
        if (!before.contains(argument)) {
            properties.setProperty(propertyName, (argument + " " + before).trim());
        }
        getLog().info(propertyName + " is " + properties.getProperty(propertyName));
        for (String plugin : OwnArgLine.without(propertyName, project)) {
            getLog().warn(plugin + " has an <argLine> without @{" + propertyName
                    + "}: its tests run without the agent; write @{" + propertyName + "} into it");
        }
        if (isGivenByTheUser()) {
            getLog().warn("-D" + propertyName
                    + "= of the command line wins over it, and tests run without the agent where no"
                    + " <argLine> has @{" + propertyName + "}: leave it out, or add " + argument + " to it");
        }
    }

    private boolean isGivenByTheUser() {
        return session.getUserProperties().containsKey(propertyName)
                || session.getSystemProperties().containsKey(propertyName);
    }

    private AgentArgument argument() throws MojoFailureException {
        TrackingId id = configuredId();
        return new AgentArgument()
                .option("tracking-id", id == null ? null : id.token())
                .option("arm-hosts", armHosts)
                .option("routes", routes)
                .option("follow-jvms", followJvms)
                .option("receipts", receipts)
                .option("receipt-detail", receiptDetail)
                .option("summary", summary)
                .option("opt-out", optOut)
                .option("verbose", verbose);
    }

    private File agent() throws MojoFailureException {
        return pluginArtifacts.stream()
                .filter(artifact -> AGENT.equals(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .filter(artifact -> !artifact.hasClassifier()) // such as the classes that weave needs
                .map(Artifact::getFile)
                .findFirst()
                .orElseThrow(() -> new MojoFailureException(
                        AGENT + " is not among this plugin's dependencies: do not exclude it"));
    }
}
