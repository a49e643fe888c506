package dev.partnerattribution.agent.engine;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;

/** From Java 9 on, where an agent may open a package of the JDK to itself. */
@FromJava9
final class JavaLang9 implements JavaLang {
    JavaLang9() {}

    @Override
    public void open(Instrumentation instrumentation) {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                Collections.singletonMap("java.lang", Collections.singleton(JavaLang9.class.getModule())),
                Collections.emptySet(),
                Collections.emptyMap());
    }

    @Override
    public Class<?> define(byte[] classFile) throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                .defineClass(classFile);
    }
}
