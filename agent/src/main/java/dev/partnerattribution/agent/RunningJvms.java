package dev.partnerattribution.agent;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The JDK's attach API, called by name: it is a module of its own that some Java installations lack, and before Java 9 a
 * jar that no class path has.
 */
final class RunningJvms {
    private final Class<?> virtualMachine;

    private RunningJvms(Class<?> virtualMachine) {
        this.virtualMachine = virtualMachine;
    }

    /** @throws ClassNotFoundException if this Java has no attach API */
    static RunningJvms ofThisJava() throws ClassNotFoundException {
        String name = "com.sun.tools.attach.VirtualMachine";
        try {
            return new RunningJvms(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return new RunningJvms(Class.forName(name, true, java8Tools(e)));
        }
    }

    private static ClassLoader java8Tools(ClassNotFoundException why) throws ClassNotFoundException {
        File tools = new File(new File(System.getProperty("java.home")).getParentFile(), "lib/tools.jar");
        if (!tools.isFile()) {
            throw why;
        }
        try {
            return new URLClassLoader(new URL[] {tools.toURI().toURL()});
        } catch (java.net.MalformedURLException e) {
            throw why;
        }
    }

    /** What each JVM of this user runs, by process ID; this one is left out. */
    Map<String, String> all() throws Exception {
        Map<String, String> all = new TreeMap<>();
        for (Object descriptor : (Iterable<?>) virtualMachine.getMethod("list").invoke(null)) {
            String command = (String) call(descriptor, "displayName");
            if (!command.contains(Attach.class.getName()) && !isThisCommand(command)) {
                all.put((String) call(descriptor, "id"), command);
            }
        }
        return all;
    }

    /** Started by its jar, it shows as that jar and its arguments. */
    private static boolean isThisCommand(String command) {
        return command.equals(System.getProperty("sun.java.command"));
    }

    /**
     * Loads an agent into a JVM.
     *
     * @return the system properties that the JVM then has
     * @throws Exception what the attach API throws; its class and message tell why
     */
    Properties load(String processId, String agent, String options) throws Exception {
        try {
            Object jvm = virtualMachine.getMethod("attach", String.class).invoke(null, processId);
            try {
                virtualMachine
                        .getMethod("loadAgent", String.class, String.class)
                        .invoke(jvm, agent, options);
                return (Properties) call(jvm, "getSystemProperties");
            } finally {
                call(jvm, "detach");
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    /** By the type that the API exports: that of the object itself is not accessible. */
    private Object call(Object object, String method) throws Exception {
        Class<?> type = virtualMachine.isInstance(object)
                ? virtualMachine
                : Class.forName("com.sun.tools.attach.VirtualMachineDescriptor", true, virtualMachine.getClassLoader());
        Method found = type.getMethod(method);
        return found.invoke(object);
    }
}
