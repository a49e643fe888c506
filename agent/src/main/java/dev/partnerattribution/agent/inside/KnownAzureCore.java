package dev.partnerattribution.agent.inside;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Whether our policy can live in an azure-core: in one newer than all that were tested, or cut down or obfuscated by a
 * tool, calling it could break the requests of the program.
 */
final class KnownAzureCore {
    private static final String POLICY = "com.azure.core.http.policy.HttpPipelinePolicy";

    private KnownAzureCore() {}

    /** @throws Unknown if our policy would not implement its interface, or could not call the next one */
    static void require(@Nullable ClassLoader azureCore) {
        try {
            for (Method method : Class.forName(POLICY, false, azureCore).getMethods()) {
                String name = method.getName();
                if (name.equals("process") || name.equals("processSync")) {
                    method.getParameterTypes()[1].getMethod(name);
                } else if (Modifier.isAbstract(method.getModifiers())) {
                    throw new Unknown("HttpPipelinePolicy." + name + " is to be implemented");
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new Unknown(e.toString());
        }
    }
}
