package dev.partnerattribution.testkit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link LoopbackArm} until the process is ended. Each argument is a further host name to answer to. Says on
 * standard output how to reach it, then a line for each request just before it is answered; with {@code --json} as first
 * argument, each line is a JSON object, in ASCII.
 */
public final class LoopbackArmMain {

    private static final String JSON = "--json";

    private LoopbackArmMain() {}

    public static void main(String[] args) throws InterruptedException {
        boolean json = args.length > 0 && args[0].equals(JSON);
        String[] hosts = json ? Arrays.copyOfRange(args, 1, args.length) : args;
        LoopbackArm arm = LoopbackArm.builder()
                .hosts(hosts)
                .onRequest(request -> System.out.println(json ? JsonLines.of(request) : request))
                .start();
        System.out.println(json ? JsonLines.of(arm) : text(arm));
        new CountDownLatch(1).await();
    }

    private static String text(LoopbackArm arm) {
        return String.join(
                System.lineSeparator(),
                "endpoint     " + arm.endpoint(),
                "local        " + arm.localEndpoint() + " and " + arm.httpEndpoint(),
                "subscription " + LoopbackArm.SUBSCRIPTION_ID,
                "tenant       " + LoopbackArm.TENANT_ID,
                "certificate  " + arm.certificate(),
                "az           " + variables(arm.azEnvironment()),
                "JVM          " + String.join(" ", arm.jvmArguments()));
    }

    private static String variables(Map<String, String> environment) {
        return String.join(
                " ",
                new TreeMap<>(environment)
                        .entrySet().stream().map(Map.Entry::toString).toList());
    }
}
