package dev.partnerattribution.wire.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Sends a request by what the JDK has for it, as a web application without any library does. */
public final class ConnectionProgram {
    /** A value of the program's own, which threads made by this one would inherit. */
    private static final InheritableThreadLocal<ConnectionProgram> CURRENT = new InheritableThreadLocal<>();

    private ConnectionProgram() {}

    public static void run(String[] urls) throws IOException {
        CURRENT.set(new ConnectionProgram());
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(urls[0]).toURL().openConnection();
            System.out.println("status " + connection.getResponseCode());
            try (InputStream body = connection.getErrorStream()) {
                body.readAllBytes();
            }
            connection.disconnect();
        } finally {
            CURRENT.remove();
        }
    }
}
