package dev.partnerattribution.weave;

import dev.partnerattribution.agent.library.HelperConnection;
import dev.partnerattribution.agent.library.LibraryInstrumentation;
import dev.partnerattribution.weave.program.WovenLibrary;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodCall;

/** What lies beside a woven class: what the agent would inject, asking our classes in the program where it would ask the agent. */
final class WovenBeside {
    /** Of the base, where it asks the agent. */
    private static final String METHOD = "agent";

    private WovenBeside() {}

    /** Returns class files by their names. */
    static Map<String, byte[]> of(LibraryInstrumentation definition, String type) {
        Map<String, byte[]> beside = new TreeMap<>();
        StringBuilder helpers = new StringBuilder();
        String base = null;
        for (Map.Entry<String, byte[]> each : definition.beside(type).entrySet()) {
            if (base == null) {
                base = each.getKey();
            } else {
                helpers.append(each.getKey().replace('/', '.')).append(' ');
            }
            beside.put(each.getKey(), each.getValue());
        }
        if (base != null) {
            Implementation body = question(definition, relocated(definition, type), helpers.toString());
            beside.put(base, MethodBodies.replaced(base, beside.getOrDefault(base, new byte[0]), METHOD, body));
        }
        beside.replaceAll((name, classFile) -> new OwnNames().applyTo(classFile));
        return beside;
    }

    private static String relocated(LibraryInstrumentation definition, String type) {
        StringBuilder relocated = new StringBuilder();
        definition
                .relocated(type)
                .forEach((from, to) ->
                        relocated.append(from).append(' ').append(to).append(' '));
        return relocated.toString();
    }

    private static Implementation question(LibraryInstrumentation definition, String relocated, String helpers) {
        HelperConnection connection = definition.connection();
        try {
            return MethodCall.construct(WovenLibrary.class.getConstructor(
                            String.class, String.class, String.class, String.class, String.class))
                    .with(
                            OwnNames.woven(connection.getClass().getName().replace('.', '/'))
                                    .replace('/', '.'),
                            connection.route().name(),
                            connection.repeats().name(),
                            relocated,
                            helpers);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(e.toString(), e);
        }
    }
}
