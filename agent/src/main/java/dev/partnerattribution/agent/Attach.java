package dev.partnerattribution.agent;

import dev.partnerattribution.internal.options.SharedProperties;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;

/**
 * The jar as a command: attaches the agent to a JVM that runs already.
 *
 * <table>
 * <caption>Exit codes</caption>
 * <tr><td>0</td><td>attached, or the list was shown</td></tr>
 * <tr><td>1</td><td>that JVM can't be attached to</td></tr>
 * <tr><td>2</td><td>the command line is wrong</td></tr>
 * </table>
 */
public final class Attach {
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    private Attach(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Attach(System.out, System.err).run(arguments));
    }

    private int run(String[] arguments) {
        try {
            if (arguments.length == 0 || isHelp(arguments[0])) {
                out.print(help());
                return 0;
            }
            if (arguments[0].equals("--version")) {
                out.println("partner-attribution-agent " + version());
                return 0;
            }
            if (!arguments[0].equals("attach") || arguments.length > 3) {
                return fail(USAGE, "this command line is not understood", "see --help");
            }
            if (arguments.length > 1 && isHelp(arguments[1])) {
                out.print(help());
                return 0;
            }
            return arguments.length == 1 ? list() : attach(arguments[1], arguments.length == 3 ? arguments[2] : "");
        } catch (ClassNotFoundException e) {
            return fail(REFUSED, "this Java has no attach API", "start this command with a JDK, not a JRE");
        } catch (Throwable e) {
            return fail(REFUSED, String.valueOf(e), "please report this");
        }
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h") || argument.equals("help");
    }

    private int list() throws Exception {
        Map<String, String> all = RunningJvms.ofThisJava().all();
        if (all.isEmpty()) {
            return fail(REFUSED, "no other JVM of this user runs here", "run this as the user who runs the program");
        }
        out.println("Running here, as this user; attach to one by its process ID:");
        for (Map.Entry<String, String> jvm : all.entrySet()) {
            out.println("  " + jvm.getKey() + "  " + (jvm.getValue().isEmpty() ? "(unknown)" : jvm.getValue()));
        }
        return 0;
    }

    private int attach(String processId, String options) throws Throwable {
        if (!processId.matches("[0-9]{1,10}")) {
            return fail(USAGE, "\"" + processId + "\" is no process ID", "see the list: attach");
        }
        boolean[] inOrder = new boolean[1];
        AgentClassLoader agent = AgentClassLoader.ofThisJar();
        agent.ifInOrder(options, () -> inOrder[0] = true);
        if (!inOrder[0]) {
            return USAGE; // what is wrong has been said
        }
        try {
            return report(processId, RunningJvms.ofThisJava().load(processId, agent.path(), Launcher.REPORT + options));
        } catch (ClassNotFoundException e) {
            throw e;
        } catch (Exception e) {
            return refused(processId, e);
        }
    }

    private int report(String processId, Properties properties) {
        String report = properties.getProperty(SharedProperties.ATTACHED);
        if (report == null) {
            return fail(REFUSED, "the agent did not start in " + processId, "see what that program printed on stderr");
        }
        out.println("attached to " + processId);
        out.println(report);
        return 0;
    }

    /** The attach API tells causes apart by text only. */
    private int refused(String processId, Exception e) {
        String why = e.getClass().getSimpleName() + ": " + e.getMessage();
        if (!new File("/proc/" + processId).exists() && new File("/proc/self").exists()) {
            return fail(REFUSED, "no process " + processId + " runs here", "see the list: attach");
        }
        if (e instanceof IOException) {
            return fail(
                    REFUSED,
                    processId + " can't be reached (" + why + ")",
                    "run this as the user who runs the program, on the same machine or in the same container; a JVM with "
                            + "-XX:+DisableAttachMechanism can't be attached to: start it with -javaagent");
        }
        return fail(
                REFUSED,
                processId + " refused (" + why + ")",
                "use a JVM from 8 on that runs as this user; one with -XX:+DisableAttachMechanism or "
                        + "-XX:-EnableDynamicAgentLoading has to be started with -javaagent");
    }

    private int fail(int exitCode, String what, String remedy) {
        err.println("partner-attribution: " + what + ": " + remedy);
        return exitCode;
    }

    /** As the manifest of this jar has it. */
    private static String version() {
        String version = Attach.class.getPackage().getImplementationVersion();
        return version == null ? "(unknown version)" : version;
    }

    private static String help() {
        String jar = new File(System.getProperty("java.class.path", "agent.jar")).getName();
        return "Puts your tracking ID into what Java programs send to Azure Resource Manager.\n"
                + "\n"
                + "With a program that you start:\n"
                + "  java -javaagent:" + jar + "=guid=<GUID> -jar deploy-tool.jar\n"
                + "\n"
                + "With one that runs already:\n"
                + "  java -jar " + jar + " attach                    lists the JVMs that run here\n"
                + "  java -jar " + jar + " attach <pid> guid=<GUID>  attaches to one\n"
                + "\n"
                + "The options after the process ID are those of -javaagent, separated by commas:\n"
                + "  guid=<GUID>           your registered GUID, bare\n"
                + "  tracking-id=pid-...   or the whole ID, as Partner Center shows it\n"
                + "  arm-hosts=a;b         further hosts of Azure Resource Manager, such as an Azure Stack Hub's\n"
                + "  routes=a;b, =-a;-b    the routes to keep, or to leave out, such as -okhttp\n"
                + "  follow-jvms           Java programs started by that one get the agent too\n"
                + "  receipts=path         a file, or a folder with a / at its end: a line for each request\n"
                + "  receipt-detail=full   names subscriptions and resources there, in place of their hashes\n"
                + "  summary               says at the end how many requests there were\n"
                + "  opt-out               switches everything off\n"
                + "  verbose               says what is in effect and where it comes from\n"
                + "They last until that JVM ends; attaching again changes nothing. A shell wants quotes around a ;\n"
                + "\n"
                + "  java -jar " + jar + " --version                 says which version this is\n"
                + "\n"
                + "Exit codes: 0 done, 1 that JVM can't be attached to, 2 the command line is wrong.\n";
    }
}
