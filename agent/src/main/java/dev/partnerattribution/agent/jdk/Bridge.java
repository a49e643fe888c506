package dev.partnerattribution.agent.jdk;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;

/** How code in an instrumented class of the JDK calls the agent, with an array, for an answer. */
interface Bridge {
    /** Pushes what stands below the array, if anything. */
    void begin(MethodVisitor method);

    /** Calls with the array on the stack, and leaves the answer there. */
    void call(MethodVisitor method);

    /** Adds what it needs at the end of the class. */
    void addTo(ClassVisitor visitor);
}
