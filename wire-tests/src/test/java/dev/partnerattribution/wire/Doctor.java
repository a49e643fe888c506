package dev.partnerattribution.wire;

import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the command line says of an application, by the jar as it is shipped. */
public record Doctor(int exitCode, String json) {
    /** In the order in which a way has them; what is only possible is no claim. */
    private static final Pattern WAY = Pattern.compile(
            "\"name\" : \"([^\"]*)\",[^{}]*\"certainty\" : \"(?:contained|likely)\",[^{}]*\"covered\" : (true|false)");

    /** What stands in front of the ways, findings and what is to be done. */
    private static final Pattern VERDICT = Pattern.compile("\"verdict\" : \"([^\"]*)\"");

    /** As it is asked of a program that nobody, or the agent, is to attribute. */
    public static Doctor of(String application, boolean withAgent) {
        ProgramResult result = JavaProgram.jar(Path.of(System.getProperty("cli.jar")))
                .jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments(arguments(application, withAgent))
                .run();
        if (!result.stderr().isEmpty()) {
            throw new AssertionError(result.stderr());
        }
        return new Doctor(result.exitCode(), result.stdout());
    }

    /** The same of a program that the agent is to attribute, by the jar in this JVM: many can be asked about in little time. */
    public static Doctor ofAttributed(String application) {
        return inThisJvm(arguments(application, true));
    }

    /** The same of one that has nothing of ours. */
    public static Doctor ofUnattributed(String application) {
        return inThisJvm(arguments(application, false));
    }

    private static Doctor inThisJvm(String... arguments) {
        StringWriter stdout = new StringWriter();
        int exitCode = CommandLineJar.run(stdout, arguments);
        return new Doctor(exitCode, stdout.toString());
    }

    private static String[] arguments(String application, boolean withAgent) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--json", application));
        if (withAgent) {
            arguments.addAll(List.of("--agent-options", "guid=" + Way.GUID));
        }
        return arguments.toArray(new String[0]);
    }

    /** In one word. */
    public String verdict() {
        Matcher verdict = VERDICT.matcher(json);
        return verdict.find() ? verdict.group(1) : "none, exit code " + exitCode;
    }

    /** Those that are there, not those that are only possible. */
    public List<String> ways() {
        return WAY.matcher(json).results().map(way -> way.group(1)).toList();
    }

    /** Whether each way is said to be covered by what is there. */
    public boolean saysCovered() {
        List<MatchResult> ways = WAY.matcher(json).results().toList();
        return !ways.isEmpty() && ways.stream().allMatch(way -> way.group(2).equals("true"));
    }
}
