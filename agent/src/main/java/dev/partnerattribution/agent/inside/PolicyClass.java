package dev.partnerattribution.agent.inside;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/**
 * The runtime jar's policy under another name, in the package and the class loader of {@code HttpPipeline}: there it sees
 * azure-core whatever the class loaders look like, and can't collide with a runtime jar that the application has.
 */
final class PolicyClass {
    private static final String ORIGINAL = "dev/partnerattribution/azure/AttributionPolicy";
    private static final String SIMPLE_NAME = "PartnerAttributionPolicy";

    private PolicyClass() {}

    /** Defines it. Must be called once for each {@code HttpPipeline} only. */
    static Class<?> definedBeside(MethodHandles.Lookup httpPipeline) {
        Class<?> neighbour = httpPipeline.lookupClass();
        String name = neighbour.getName();
        byte[] classFile = renamed(name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/') + SIMPLE_NAME);
        try {
            return (Class<?>) MethodHandles.Lookup.class
                    .getMethod("defineClass", byte[].class)
                    .invoke(httpPipeline, classFile);
        } catch (NoSuchMethodException e) {
            return definedOnJava8(neighbour, classFile);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the policy can't be defined beside " + name + ": " + e, e);
        }
    }

    private static Class<?> definedOnJava8(Class<?> neighbour, byte[] classFile) {
        try {
            Method defineClass = ClassLoader.class.getDeclaredMethod(
                    "defineClass", String.class, byte[].class, int.class, int.class);
            defineClass.setAccessible(true);
            return (Class<?>) defineClass.invoke(neighbour.getClassLoader(), null, classFile, 0, classFile.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the policy can't be defined beside " + neighbour.getName(), e);
        }
    }

    private static byte[] renamed(String name) {
        try (InputStream in = PolicyClass.class.getClassLoader().getResourceAsStream(ORIGINAL + ".class")) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(in).accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, ORIGINAL, name)), 0);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the agent jar is damaged", e);
        }
    }
}
