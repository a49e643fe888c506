package dev.partnerattribution.agent.jdk.process;

import dev.partnerattribution.agent.engine.UnsupportedLibraryException;
import dev.partnerattribution.agent.jdk.AgentCall;
import dev.partnerattribution.agent.jdk.MethodEntry;
import dev.partnerattribution.agent.requests.RouteStamper;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.Route;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A static method, whose first two arguments are the command and the environment, null where the child inherits ours. The
 * program's own map stays as it was.
 */
final class StartEntry extends MethodEntry {
    private static final int COMMAND = 0;
    private static final int ENVIRONMENT = 1;

    private final RouteStamper stamper = new RouteStamper(Route.CHILD_PROCESSES, null);

    StartEntry() {
        super(Route.CHILD_PROCESSES);
    }

    @Override
    protected boolean isAt(String method, String descriptor) {
        return method.equals("start") && descriptor.startsWith("([Ljava/lang/String;Ljava/util/Map;");
    }

    @Override
    protected String wanted() {
        return "start(String[], Map, ...)";
    }

    @Override
    protected void write(AgentCall call) {
        call.at().load(COMMAND).set().at().load(ENVIRONMENT).set();
        call.ifAnswered("java/util/Map").loadAnswer().store(ENVIRONMENT).end();
    }

    @Override
    @SuppressWarnings("unchecked") // the type of the argument
    protected @Nullable Object answer(@Nullable Object[] call) {
        ResolvedAttribution attribution = RouteStamper.isOn(route()) ? stamper.attribution() : null;
        if (attribution == null) {
            return null;
        }
        List<String> command = Arrays.asList((String[]) call[1]);
        Map<String, String> before = (Map<String, String>) call[2];
        Map<String, String> after = handedDown(attribution, before, command);
        if (ReceiptOptions.areAsked()) {
            ChildReceipts.started(attribution, command, before, after);
        }
        return after;
    }

    private static @Nullable Map<String, String> handedDown(
            ResolvedAttribution attribution, @Nullable Map<String, String> before, List<String> command) {
        return attribution.childJvmsFollow()
                ? attribution.childEnvironment(before, agentJar(), command)
                : attribution.childEnvironment(before);
    }

    /** Its classes say where they come from. */
    private static File agentJar() {
        try {
            return new File(StartEntry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (Exception e) { // not URISyntaxException: to verify that, the JVM would load it for every child process
            throw UnsupportedLibraryException.that(e.toString());
        }
    }
}
