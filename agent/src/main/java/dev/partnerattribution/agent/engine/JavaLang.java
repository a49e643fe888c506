package dev.partnerattribution.agent.engine;

import java.lang.instrument.Instrumentation;

/** What an agent may do to the package {@code java.lang}, by the means of the Java that runs it. */
interface JavaLang {

    /** By the means of this JVM. */
    static JavaLang ofThisJvm() throws ReflectiveOperationException {
        return hasModules()
                ? Class.forName(JavaLang.class.getName() + "9")
                        .asSubclass(JavaLang.class)
                        .getDeclaredConstructor()
                        .newInstance()
                : new JavaLang8();
    }

    /** Asks for a class rather than for a system property, which may be the program's own. */
    static boolean hasModules() {
        try {
            Class.forName("java.lang.Module", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Lets the agent, and nobody else, reflect on it. */
    void open(Instrumentation instrumentation);

    /** Defines a class in it. */
    Class<?> define(byte[] classFile) throws ReflectiveOperationException;
}
