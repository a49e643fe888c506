package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.diagnostics.Diagnostics;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JDK Flight Recorder, which Java 8 lacks: so it is reached by reflection, on the thread that writes receipts. Its events
 * are defined when a recording runs and something was sent; without a recording all of this is one look at a flag.
 */
final class Recording {
    /** Null where there is no Flight Recorder. */
    private static final @Nullable MethodHandle INITIALIZED = initialized();

    static final Recording HERE = new Recording();

    private @Nullable Event requests;
    private @Nullable Event children;
    private boolean unfit;

    private Recording() {}

    /** Whether a recording runs, or has run, in this JVM. Allocates nothing. */
    static boolean isOn() {
        try {
            return INITIALIZED != null && (boolean) INITIALIZED.invokeExact();
        } catch (Throwable e) {
            return false;
        }
    }

    private static @Nullable MethodHandle initialized() {
        try {
            Class<?> recorder = Class.forName("jdk.jfr.FlightRecorder");
            return MethodHandles.publicLookup()
                    .findStatic(recorder, "isInitialized", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException | LinkageError | SecurityException e) {
            return null;
        }
    }

    void request(@Nullable Object... values) {
        if (!unfit) {
            try {
                requests = requests != null ? requests : Event.ofRequests();
                requests.commit(values);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                giveUp(e);
            }
        }
    }

    void child(@Nullable Object... values) {
        if (!unfit) {
            try {
                children = children != null ? children : Event.ofChildren();
                children.commit(values);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                giveUp(e);
            }
        }
    }

    private void giveUp(Throwable e) {
        unfit = true;
        Diagnostics.once("off for JDK Flight Recorder: " + e);
    }

    /** A type of event, made by jdk.jfr.EventFactory. */
    private static final class Event {
        private static final String PREFIX = "dev.partnerattribution.";

        private final Object factory;
        private final Method newEvent;
        private final Method set;
        private final Method commit;

        private Event(String name, String label, Object[] fields) throws ReflectiveOperationException {
            List<Object> annotations = new ArrayList<Object>();
            annotations.add(annotation("Name", PREFIX + name));
            annotations.add(annotation("Label", label));
            annotations.add(annotation("Category", (Object) new String[] {"Partner Attribution"}));
            annotations.add(annotation("StackTrace", false));
            factory = Class.forName("jdk.jfr.EventFactory")
                    .getMethod("create", List.class, List.class)
                    .invoke(null, annotations, descriptors(fields));
            Class<?> event = Class.forName("jdk.jfr.Event");
            newEvent = factory.getClass().getMethod("newEvent");
            set = event.getMethod("set", int.class, Object.class);
            commit = event.getMethod("commit");
        }

        static Event ofRequests() throws ReflectiveOperationException {
            return new Event("ArmRequest", "Request to Azure Resource Manager", new Object[] {
                "route", String.class, "method", String.class, "host", String.class, "provider", String.class,
                "type", String.class, "status", int.class, "milliseconds", long.class, "correlationId", String.class,
                "requestId", String.class, "pid", String.class, "trackingId", String.class
            });
        }

        static Event ofChildren() throws ReflectiveOperationException {
            return new Event("ChildProcess", "Child process with a tracking ID", new Object[] {
                "program", String.class, "pid", String.class, "trackingId", String.class
            });
        }

        private static Object annotation(String name, Object value) throws ReflectiveOperationException {
            Class<? extends Annotation> type = Class.forName("jdk.jfr." + name).asSubclass(Annotation.class);
            return Class.forName("jdk.jfr.AnnotationElement")
                    .getConstructor(Class.class, Map.class)
                    .newInstance(type, Collections.singletonMap("value", value));
        }

        private static List<Object> descriptors(Object[] fields) throws ReflectiveOperationException {
            List<Object> descriptors = new ArrayList<Object>();
            for (int i = 0; i < fields.length; i += 2) {
                descriptors.add(Class.forName("jdk.jfr.ValueDescriptor")
                        .getConstructor(Class.class, String.class)
                        .newInstance(fields[i + 1], fields[i]));
            }
            return descriptors;
        }

        void commit(@Nullable Object[] values) throws ReflectiveOperationException {
            Object event = newEvent.invoke(factory);
            for (int i = 0; i < values.length; i++) {
                set.invoke(event, i, values[i]);
            }
            commit.invoke(event);
        }
    }
}
