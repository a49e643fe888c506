package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Attribution;
import dev.partnerattribution.ReceiptOptions;
import dev.partnerattribution.Route;
import java.io.File;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Child processes: {@code ProcessBuilder} and {@code Runtime.exec} both start them by this method, whose second argument is
 * the environment, null where the child inherits ours. The program's own map stays as it was.
 */
public final class ChildProcessHook extends Hook {
    private static final int COMMAND = 0;
    private static final int ENVIRONMENT = 1;

    private final Decision decision = new Decision(Route.CHILD_PROCESSES, null);

    /** Made by the launcher, by name. */
    public ChildProcessHook() {
        super(Route.CHILD_PROCESSES, "java/lang/ProcessImpl");
    }

    @Override
    boolean isAt(String method, String descriptor) {
        return method.equals("start") && descriptor.startsWith("([Ljava/lang/String;Ljava/util/Map;");
    }

    @Override
    String wanted() {
        return "start(String[], Map, ...)";
    }

    @Override
    @SuppressWarnings("unchecked") // the type of the argument
    @Nullable
    Object answer(MethodHandles.@Nullable Lookup none, @Nullable Object[] arguments) {
        Map<String, String> before = (Map<String, String>) arguments[1 + ENVIRONMENT];
        Attribution attribution = decision.attribution();
        if (attribution == null) {
            return null;
        }
        List<String> command = Arrays.asList((String[]) arguments[1 + COMMAND]);
        Map<String, String> after = handedDown(attribution, before, command);
        if (ReceiptOptions.areAsked()) {
            ChildReceipts.started(attribution, command, before, after);
        }
        return after;
    }

    private static @Nullable Map<String, String> handedDown(
            Attribution attribution, @Nullable Map<String, String> before, List<String> command) {
        return attribution.childJvmsFollow()
                ? attribution.childEnvironment(before, agentJar(), command)
                : attribution.childEnvironment(before);
    }

    /** Its classes say where they come from. */
    private static File agentJar() {
        try {
            return new File(ChildProcessHook.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (Exception e) { // not URISyntaxException: to verify that, the JVM would load it for every child process
            throw Unknown.that(e.toString());
        }
    }

    /** The method is static: its second argument is local variable 1. */
    @Override
    void take(Code code) {
        code.cast("java/util/Map").store(ENVIRONMENT);
    }
}
