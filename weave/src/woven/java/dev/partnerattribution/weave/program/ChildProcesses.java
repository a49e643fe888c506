package dev.partnerattribution.weave.program;

import dev.partnerattribution.agent.jdk.process.ChildReceipts;
import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.Route;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Called by woven code where it called {@code ProcessBuilder} and {@code Runtime}. */
public final class ChildProcesses {
    static final JdkRoute ROUTE = new JdkRoute(Route.CHILD_PROCESSES);

    private ChildProcesses() {}

    /** In place of {@code builder.start()}. */
    public static Process start(ProcessBuilder builder) throws IOException {
        HandedDown handed = HandedDown.to(builder);
        try {
            return builder.start();
        } finally {
            handed.takeBack();
        }
    }

    /** In place of {@code runtime.exec(command)}. */
    public static Process exec(Runtime runtime, String command) throws IOException {
        return exec(runtime, command, null, null);
    }

    /** In place of {@code runtime.exec(command, environment)}. */
    public static Process exec(Runtime runtime, String command, String @Nullable [] environment) throws IOException {
        return exec(runtime, command, environment, null);
    }

    /** In place of {@code runtime.exec(command, environment, directory)}. */
    @SuppressWarnings("deprecation") // what the program calls
    public static Process exec(
            Runtime runtime, String command, String @Nullable [] environment, @Nullable File directory)
            throws IOException {
        if (environment == null && command != null && !command.isEmpty()) {
            return start(new ProcessBuilder(words(command)).directory(directory));
        }
        return runtime.exec(command, handedDown(words(command), environment), directory);
    }

    /** In place of {@code runtime.exec(command)}. */
    public static Process exec(Runtime runtime, String[] command) throws IOException {
        return exec(runtime, command, null, null);
    }

    /** In place of {@code runtime.exec(command, environment)}. */
    public static Process exec(Runtime runtime, String[] command, String @Nullable [] environment) throws IOException {
        return exec(runtime, command, environment, null);
    }

    /** In place of {@code runtime.exec(command, environment, directory)}. */
    public static Process exec(
            Runtime runtime, String[] command, String @Nullable [] environment, @Nullable File directory)
            throws IOException {
        if (environment == null && command != null) {
            return start(new ProcessBuilder(command).directory(directory));
        }
        List<String> words = command == null ? Collections.<String>emptyList() : Arrays.asList(command);
        return runtime.exec(command, handedDown(words, environment), directory);
    }

    private static List<String> words(@Nullable String command) {
        List<String> words = new ArrayList<>();
        if (command != null) {
            for (StringTokenizer each = new StringTokenizer(command); each.hasMoreTokens(); ) {
                words.add(each.nextToken());
            }
        }
        return words;
    }

    /** The same array where nothing changes. This JVM's own environment, null, is not one: as text it could lose bytes. */
    private static String @Nullable [] handedDown(List<String> command, String @Nullable [] environment) {
        if (environment == null || !ROUTE.isOurs()) {
            return environment;
        }
        try {
            Map<String, String> before = variables(environment);
            Map<String, String> after = handedDown(command, before);
            return after == before ? environment : lines(after);
        } catch (Throwable e) {
            ROUTE.failed(e);
            return environment;
        }
    }

    /**
     * What a child gets.
     *
     * @param before what it would get, which is not changed
     * @return the same object where nothing changes
     */
    static Map<String, String> handedDown(List<String> command, Map<String, String> before) {
        ResolvedAttribution attribution = ROUTE.attribution();
        if (attribution == null) {
            return before;
        }
        Map<String, String> changed = attribution.childEnvironment(before);
        Map<String, String> after = changed == null ? before : changed;
        if (ReceiptOptions.areAsked()) {
            ChildReceipts.started(attribution, command, before, after);
        }
        return after;
    }

    /** As the JDK reads them: what is no variable is left out. */
    private static Map<String, String> variables(String[] lines) {
        Map<String, String> variables = new ProcessBuilder().environment();
        variables.clear();
        for (String line : lines) {
            int equals = line.indexOf('=', 1);
            if (equals > 0) {
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return variables;
    }

    private static String[] lines(Map<String, String> variables) {
        List<String> lines = new ArrayList<>();
        variables.forEach((name, value) -> lines.add(name + "=" + value));
        return lines.toArray(new String[0]);
    }
}
