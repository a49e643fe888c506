package dev.partnerattribution.wire.program;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLStreamHandler;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

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

    /** The property that keeps programs from ending the process. */
    static final String FURTHER = "programs.follow";

    private static final String OWN = System.getProperty("own.user.agent", "own-program/1.0");

    /** The headers of the request that is being sent, as name and value in turn. */
    private static String[] headers = {};

    private static final String BARE = "bare";
    private static final String AUTHORITY = "authority";

    private static Predicate<Client> instead = client -> false;

    private static URLStreamHandler handler;

    private Sending() {}

    /** Has {@link #url} make URLs that are handled so. */
    static void handler(URLStreamHandler own) {
        handler = own;
    }

    /** A URL, handled as usual unless {@link #handler} was called. */
    public static URL url(String url) throws MalformedURLException {
        return new URL(null, url, handler);
    }

    /** Has somebody else use the clients of the programs that follow; false where these are to send as usual. */
    static void instead(Predicate<Client> other) {
        instead = other;
    }

    /**
     * An address may come after headers to add, in the form {@code name=value|name=value|address}, or after {@code bare|}, by
     * which the program takes off the User-Agent at the last place where its client lets it; then one request is sent.
     *
     * <p>Ends the process, unless further programs follow in this JVM, or somebody does something else {@link #instead}.
     */
    public static void toAll(String[] addresses, Client client) {
        if (instead.test(client)) {
            return;
        }
        for (String address : addresses) {
            int end = address.lastIndexOf('|');
            headers = end < 0 ? new String[0] : address.substring(0, end).split("[|=]", -1);
            String url = address.substring(end + 1);
            System.out.println(outcome(client, url, null));
            if (end < 0) {
                System.out.println(outcome(client, url, OWN));
            }
        }
        exit();
    }

    /** Ends the process, whose threads would keep it, unless further programs follow. */
    static void exit() {
        if (System.getProperty(FURTHER) == null) {
            System.exit(0);
        }
    }

    /** Adds the headers that the address has. */
    public static void addHeaders(BiConsumer<String, String> request) {
        for (int i = 0; i + 1 < headers.length; i += 2) {
            if (!headers[i].equals(AUTHORITY)) {
                request.accept(headers[i], headers[i + 1]);
            }
        }
    }

    /** What the request is to say of its host by the client's own means, given as {@code authority=…}; null if nothing. */
    public static String authority() {
        return headers.length > 1 && headers[0].equals(AUTHORITY) ? headers[1] : null;
    }

    /** Whether it has any. */
    public static boolean hasHeaders() {
        return headers.length > 1;
    }

    /** Whether the User-Agent is to be taken off. */
    public static boolean isBare() {
        return headers.length == 1 && headers[0].equals(BARE);
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
