package dev.partnerattribution.testkit;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** A program of somebody who has the testkit's jar and the JDK: starts a server, deploys to it, and prints what it received. */
final class PutsAGroup {

    static final String GROUP = "/subscriptions/" + LoopbackArm.SUBSCRIPTION_ID + "/resourceGroups/demo";
    static final String TOKEN = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";

    private PutsAGroup() {}

    public static void main(String[] args) throws Exception {
        try (LoopbackArm arm = LoopbackArm.start()) {
            HttpURLConnection connection = (HttpURLConnection)
                    arm.httpEndpoint().resolve(GROUP).toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("User-Agent", TOKEN);
            connection.setDoOutput(true);
            connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            connection.getResponseCode();
            arm.requests().assertAttributedTo(TOKEN).forEach(System.out::println);
        }
    }
}
