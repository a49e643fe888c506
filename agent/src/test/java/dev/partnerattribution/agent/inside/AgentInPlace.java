package dev.partnerattribution.agent.inside;

import dev.partnerattribution.agent.Launcher;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An agent in this JVM, that answers what it is told to instead of loading its hooks from its jar. */
final class AgentInPlace implements AutoCloseable, BiFunction<@Nullable Lookup, @Nullable Object[], @Nullable Object> {
    private final List<Object[]> shown = new ArrayList<>();
    private final List<Lookup> lookups = new ArrayList<>();
    private final @Nullable Object answer;

    /** Gives this answer to everything. */
    @SuppressWarnings("unchecked") // the type of the field
    AgentInPlace(@Nullable Object answer) throws ReflectiveOperationException {
        this.answer = answer;
        Constructor<Launcher> constructor = Launcher.class.getDeclaredConstructor(Instrumentation.class, String.class);
        constructor.setAccessible(true);
        Launcher launcher = constructor.newInstance(null, "");
        ((Map<String, Object>) field("hooks").get(launcher)).put("SampleHook", this);
        field("installed").set(null, launcher);
    }

    @Override
    public @Nullable Object apply(@Nullable Lookup lookup, @Nullable Object[] arguments) {
        shown.add(arguments);
        lookups.add(lookup);
        return answer;
    }

    /** What the hook was shown, by call. */
    List<Object[]> shown() {
        return shown;
    }

    List<Lookup> lookups() {
        return lookups;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        field("installed").set(null, null);
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = Launcher.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
