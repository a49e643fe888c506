package dev.partnerattribution.weave;

import dev.partnerattribution.internal.options.Route;
import java.lang.invoke.LambdaMetafactory;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the JDK's clients, whose own classes can't be woven: each becomes a call of a static method of ours with the same
 * arguments, before them the object that the method was called on. References to these methods count as calls.
 */
final class CallSites {
    private static final String PROGRAM = "dev/partnerattribution/weave/program/";
    private static final String PROCESSES = PROGRAM + "ChildProcesses";
    private static final String PIPELINES = PROGRAM + "Pipelines";
    private static final String CONNECTIONS = PROGRAM + "UrlConnections";
    private static final String CLIENTS = PROGRAM + "HttpClients";

    private static final String BUILDER = "java/lang/ProcessBuilder";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String URL = "java/net/URL";
    private static final String CLIENT = "java/net/http/HttpClient";
    private static final String STARTED = "Ljava/lang/Process;";
    private static final String OPENED = "Ljava/net/URLConnection;";
    private static final String REQUEST = "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;";

    private static final String LEFT =
            "it refers to a method of the JDK's client by a reference that can be serialized, or on an"
                    + " object of a subclass: write a lambda expression in its place";

    private static final Map<String, Replacement> REPLACEMENTS = new HashMap<>();
    private static final Set<String> OWNERS = new HashSet<>();

    /** Among the arguments by which a lambda is made: the method, and whether it can be serialized. */
    private static final int METHOD = 1;

    private static final int FLAGS = 3;

    static {
        replace(Route.CHILD_PROCESSES, BUILDER, "start", "()" + STARTED, PROCESSES);
        replace(Route.CHILD_PROCESSES, BUILDER, "startPipeline", "(Ljava/util/List;)Ljava/util/List;", PIPELINES);
        for (String command : List.of("Ljava/lang/String;", "[Ljava/lang/String;")) {
            for (String rest : List.of("", "[Ljava/lang/String;", "[Ljava/lang/String;Ljava/io/File;")) {
                replace(Route.CHILD_PROCESSES, RUNTIME, "exec", "(" + command + rest + ")" + STARTED, PROCESSES);
            }
        }
        replace(Route.HTTP_URL_CONNECTION, URL, "openConnection", "()" + OPENED, CONNECTIONS);
        replace(Route.HTTP_URL_CONNECTION, URL, "openConnection", "(Ljava/net/Proxy;)" + OPENED, CONNECTIONS);
        replace(Route.HTTP_URL_CONNECTION, URL, "openStream", "()Ljava/io/InputStream;", CONNECTIONS);
        replace(Route.HTTP_URL_CONNECTION, URL, "getContent", "()Ljava/lang/Object;", CONNECTIONS);
        replace(Route.HTTP_URL_CONNECTION, URL, "getContent", "([Ljava/lang/Class;)Ljava/lang/Object;", CONNECTIONS);
        replace(Route.JAVA_NET_HTTP, CLIENT, "send", REQUEST + ")Ljava/net/http/HttpResponse;", CLIENTS);
        replace(
                Route.JAVA_NET_HTTP,
                CLIENT,
                "sendAsync",
                REQUEST + ")Ljava/util/concurrent/CompletableFuture;",
                CLIENTS);
        replace(
                Route.JAVA_NET_HTTP,
                CLIENT,
                "sendAsync",
                REQUEST + "Ljava/net/http/HttpResponse$PushPromiseHandler;)Ljava/util/concurrent/CompletableFuture;",
                CLIENTS);
        for (String end : List.of("close()V", "shutdown()V", "shutdownNow()V", "isTerminated()Z")) {
            int name = end.indexOf('(');
            replace(Route.JAVA_NET_HTTP, CLIENT, end.substring(0, name), end.substring(name), CLIENTS);
        }
        replace(Route.JAVA_NET_HTTP, CLIENT, "awaitTermination", "(Ljava/time/Duration;)Z", CLIENTS);
    }

    private final Set<Route> found = EnumSet.noneOf(Route.class);
    private final Set<Route> left = EnumSet.noneOf(Route.class);

    private CallSites() {}

    private record Replacement(Route route, String target) {}

    private static void replace(Route route, String owner, String method, String descriptor, String target) {
        OWNERS.add(owner);
        REPLACEMENTS.put(owner + "." + method + descriptor, new Replacement(route, target));
    }

    /** Our classes that are called in place of the JDK's, by their names. */
    static Set<String> targets() {
        Set<String> targets = new TreeSet<>();
        REPLACEMENTS.values().forEach(replacement -> targets.add(replacement.target()));
        return targets;
    }

    /**
     * Returns the class file with these calls replaced; the same where there are none.
     *
     * @param notes what was done is added to them
     */
    static byte[] substituted(String type, byte[] classFile, List<Note> notes) {
        CallSites sites = new CallSites();
        byte[] substituted = ConstantPool.names(classFile, OWNERS) ? sites.substituted(classFile) : classFile;
        sites.found.forEach(route -> notes.add(new Note(type, route.label(), null)));
        sites.left.forEach(route -> notes.add(new Note(type, route.label(), LEFT)));
        return sites.found.isEmpty() ? classFile : substituted;
    }

    /** What is not replaced is copied as it is. */
    private byte[] substituted(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Substitution(writer), 0);
        return writer.toByteArray();
    }

    private @Nullable Replacement replacement(String owner, String name, String descriptor) {
        Replacement replacement = REPLACEMENTS.get(owner + "." + name + descriptor);
        if (replacement != null) {
            found.add(replacement.route());
        }
        return replacement;
    }

    /**
     * Whether what makes an object of a reference to a method wants the method as it is: its name is part of what is
     * serialized; and an object that is bound must be of the type that a static method declares.
     */
    private static boolean isExact(String descriptor, Handle bootstrap, Object[] arguments) {
        if (!bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            return false;
        }
        boolean isSerializable = arguments.length > FLAGS
                && arguments[FLAGS] instanceof Integer flags
                && (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
        Type[] bound = Type.getArgumentTypes(descriptor);
        return isSerializable
                || (bound.length > 0
                        && arguments[METHOD] instanceof Handle method
                        && method.getTag() != Opcodes.H_INVOKESTATIC
                        && !bound[0].getInternalName().equals(method.getOwner()));
    }

    private void leave(Object... arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Handle method) {
                Replacement replacement =
                        REPLACEMENTS.get(method.getOwner() + "." + method.getName() + method.getDesc());
                if (replacement != null) {
                    left.add(replacement.route());
                }
            }
        }
    }

    private static String withReceiver(boolean isStatic, String owner, String descriptor) {
        return isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
    }

    /** A constant, in which references to methods are replaced. */
    private Object substituted(Object constant) {
        if (constant instanceof Handle handle) {
            Replacement replacement = replacement(handle.getOwner(), handle.getName(), handle.getDesc());
            boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
            return replacement == null
                    ? handle
                    : new Handle(
                            Opcodes.H_INVOKESTATIC,
                            OwnNames.woven(replacement.target()),
                            handle.getName(),
                            withReceiver(isStatic, handle.getOwner(), handle.getDesc()),
                            false);
        }
        return constant instanceof ConstantDynamic dynamic ? substituted(dynamic) : constant;
    }

    private ConstantDynamic substituted(ConstantDynamic dynamic) {
        Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = substituted(dynamic.getBootstrapMethodArgument(i));
        }
        return new ConstantDynamic(dynamic.getName(), dynamic.getDescriptor(), dynamic.getBootstrapMethod(), arguments);
    }

    private final class Substitution extends ClassVisitor {
        Substitution(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new SubstitutedMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private final class SubstitutedMethod extends MethodVisitor {
        SubstitutedMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Replacement replacement = replacement(owner, name, descriptor);
            if (replacement == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        OwnNames.woven(replacement.target()),
                        name,
                        withReceiver(opcode == Opcodes.INVOKESTATIC, owner, descriptor),
                        false);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (isExact(descriptor, bootstrap, arguments)) {
                leave(arguments);
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
                return;
            }
            Object[] substituted = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                substituted[i] = substituted(arguments[i]);
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, substituted);
        }

        @Override
        public void visitLdcInsn(Object constant) {
            super.visitLdcInsn(substituted(constant));
        }
    }
}
