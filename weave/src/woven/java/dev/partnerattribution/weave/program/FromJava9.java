package dev.partnerattribution.weave.program;

import java.lang.reflect.InvocationTargetException;
import java.net.Authenticator;
import java.net.HttpURLConnection;

/** What connections have since Java 9, and a program of Java 8 does not call. */
final class FromJava9 {
    private FromJava9() {}

    static void setAuthenticator(HttpURLConnection connection, Authenticator authenticator) {
        try {
            HttpURLConnection.class
                    .getMethod("setAuthenticator", Authenticator.class)
                    .invoke(connection, authenticator);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw new UnsupportedOperationException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}
