package dev.partnerattribution.weave.program;

import java.lang.reflect.Field;
import java.net.HttpURLConnection;
import java.net.ProtocolException;

/**
 * Sets the method of a connection. The JDK takes no {@code PATCH}, so programs write that into its field: what was written into
 * ours has to come into the JDK's in the same way.
 */
final class RequestMethod {
    private RequestMethod() {}

    static void set(HttpURLConnection connection, String method) throws ProtocolException {
        try {
            connection.setRequestMethod(method);
        } catch (ProtocolException refused) {
            try {
                write(connection, method);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw refused;
            }
        }
    }

    /** The connection by TLS has another one that does the work. */
    private static void write(HttpURLConnection connection, String method) throws ReflectiveOperationException {
        for (Field field : connection.getClass().getDeclaredFields()) {
            if (field.getName().equals("delegate")) {
                field.setAccessible(true);
                write((HttpURLConnection) field.get(connection), method);
            }
        }
        Field field = HttpURLConnection.class.getDeclaredField("method");
        field.setAccessible(true);
        field.set(connection, method);
    }
}
