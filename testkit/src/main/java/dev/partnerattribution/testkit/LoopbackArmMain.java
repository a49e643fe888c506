package dev.partnerattribution.testkit;

import java.util.concurrent.CountDownLatch;

/** Runs a {@link LoopbackArm} until the process is ended. Each argument is a further host name to answer to. */
public final class LoopbackArmMain {

    private LoopbackArmMain() {}

    public static void main(String[] hosts) throws InterruptedException {
        LoopbackArm arm = LoopbackArm.builder()
                .hosts(hosts)
                .onRequest(System.out::println)
                .start();
        System.out.println("endpoint     " + arm.endpoint());
        System.out.println("local        " + arm.localEndpoint() + " and " + arm.httpEndpoint());
        System.out.println("subscription " + LoopbackArm.SUBSCRIPTION_ID);
        System.out.println("certificate  " + arm.certificate());
        System.out.println("JVM          " + String.join(" ", arm.jvmArguments()));
        new CountDownLatch(1).await();
    }
}
