package dev.partnerattribution.agent.engine;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;

/** Java 8, where nothing is closed. */
final class JavaLang8 implements JavaLang {
    @Override
    public void open(Instrumentation instrumentation) {
        // It is.
    }

    @Override
    public Class<?> define(byte[] classFile) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        return (Class<?>) unsafe.getMethod(
                        "defineClass",
                        String.class,
                        byte[].class,
                        int.class,
                        int.class,
                        ClassLoader.class,
                        ProtectionDomain.class)
                .invoke(instance.get(null), null, classFile, 0, classFile.length, null, null);
    }
}
