package dev.partnerattribution.wire.program;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.Permission;

/** Sends a request and starts a child process under a security manager that lets nobody read the environment. Argument: a URL. */
public final class ForbiddenProgram {
    private ForbiddenProgram() {}

    @SuppressWarnings("removal")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setSecurityManager(new SecurityManager() {
            @Override
            public void checkPermission(Permission permission) {
                if (permission.getName().startsWith("getenv.")) {
                    throw new SecurityException("no environment");
                }
            }
        });
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        System.out.println(connection.getResponseCode());
        System.out.println(new ProcessBuilder("sh", "-c", "exit 7").start().waitFor());
    }
}
