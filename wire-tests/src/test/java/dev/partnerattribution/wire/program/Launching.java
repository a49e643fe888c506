package dev.partnerattribution.wire.program;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Starts a program as build tools and test runners do: by reflection, on a thread of its own, while the main thread waits.
 * Arguments: the program's main class, and its arguments.
 */
public final class Launching {
    private Launching() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        Class<?> program = Class.forName(arguments[0]);
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Thread thread = new Thread(() -> start(program, rest), program.getName() + ".main()");
        thread.start();
        thread.join();
    }

    private static void start(Class<?> program, String[] arguments) {
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
