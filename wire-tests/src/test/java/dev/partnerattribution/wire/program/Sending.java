package dev.partnerattribution.wire.program;

import java.util.concurrent.ExecutionException;

/**
 * What every program does that tries an HTTP client: a GET to each of the addresses that are its arguments, once with the
 * User-Agent of the client and once with its own. Prints a line for each: the status, or the class of what was thrown.
 */
public final class Sending {
    /** A client as it is used by default, except that it follows redirects. */
    public interface Client {
        /** The status of the answer; {@code userAgent} is null where the program gives none. */
        int get(String url, String userAgent) throws Exception;
    }

    private static final String OWN = System.getProperty("own.user.agent", "own-program/1.0");

    private Sending() {}

    /** Ends the process: the threads of some clients would keep it. Unless it is {@link ForeignLocksProgram} that asked for it. */
    public static void toAll(String[] urls, Client client) {
        if (ForeignLocksProgram.tries(client)) {
            return;
        }
        for (String url : urls) {
            System.out.println(outcome(client, url, null));
            System.out.println(outcome(client, url, OWN));
        }
        System.exit(0);
    }

    private static String outcome(Client client, String url, String userAgent) {
        try {
            return Integer.toString(client.get(url, userAgent));
        } catch (ExecutionException e) {
            return e.getCause().getClass().getName();
        } catch (Exception e) {
            return e.getClass().getName();
        }
    }
}
