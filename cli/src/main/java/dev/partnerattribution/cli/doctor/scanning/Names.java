package dev.partnerattribution.cli.doctor.scanning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of classes, with slashes, and of the files that hold them. */
final class Names {
    /** Where archives keep classes of their own, and versions for newer Javas. */
    private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/", "APP-INF/classes/");

    /** Our own packages begin so. */
    static final String OURS = "dev/partnerattribution/";

    private static final String VERSIONS = "META-INF/versions/";

    /**
     * Libraries that send requests for others, or have nothing to do with it: what their classes name says nothing of the
     * application, and reading them all takes its time. Those with a way to Azure are found by their landmarks.
     */
    private static final List<String> KNOWN_LIBRARIES = List.of(
                    "android/ antlr/ ch/qos/logback/ com/azure/ com/beust/ com/fasterxml/ com/github/benmanes/",
                    "com/google/common/ com/google/gson/ com/google/inject/ com/google/protobuf/ com/hashicorp/cdktf/ com/ibm/icu/",
                    "com/jcraft/ com/microsoft/aad/ com/microsoft/azure/ com/microsoft/rest/ com/microsoft/windowsazure/ com/mysql/",
                    "com/pulumi/ com/squareup/ com/sun/ com/thoughtworks/ com/zaxxer/",
                    "dev/partnerattribution/agent/ dev/partnerattribution/azure/ dev/partnerattribution/internal/",
                    "dev/partnerattribution/woven/ groovy/",
                    "io/clientcore/ io/grpc/ io/ktor/ io/micrometer/ io/netty/ io/opentelemetry/ io/projectreactor/ io/quarkus/",
                    "io/reactivex/ io/smallrye/ io/undertow/ io/vertx/ jakarta/ java/ javassist/ javax/ joptsimple/ junit/ kotlin/",
                    "kotlinx/ net/bytebuddy/ net/jcip/ net/minidev/ okhttp3/ okio/ org/antlr/ org/apache/catalina/ org/apache/commons/",
                    "org/apache/coyote/ org/apache/el/ org/apache/felix/ org/apache/groovy/ org/apache/hc/ org/apache/http/",
                    "org/apache/jasper/ org/apache/logging/ org/apache/lucene/ org/apache/maven/ org/apache/naming/ org/apache/tomcat/",
                    "org/apache/xerces/ org/apache/xalan/ org/apache/xml/ org/asynchttpclient/ org/bouncycastle/ org/codehaus/groovy/",
                    "org/codehaus/plexus/ org/eclipse/ org/glassfish/ org/hibernate/ org/jboss/ org/jclouds/ org/jctools/ org/junit/",
                    "org/mockito/ org/objectweb/ org/reactivestreams/ org/slf4j/ org/springframework/ org/wildfly/ org/yaml/ picocli/",
                    "reactor/ retrofit2/ rx/ scala/ sun/")
            .stream()
            .flatMap(line -> List.of(line.split(" ", -1)).stream())
            .toList();

    private Names() {}

    /** The class of a file of an archive, by its path; null if it holds no class that a program can use. */
    static @Nullable String ofEntry(String path) {
        String name = withoutRoot(path);
        boolean ofClass = name.endsWith(".class") && !name.endsWith("module-info.class");
        return ofClass ? name.substring(0, name.length() - ".class".length()) : null;
    }

    /** The path as a program names it. */
    static String withoutRoot(String path) {
        String name = path;
        for (String root : ROOTS) {
            name = name.startsWith(root) ? name.substring(root.length()) : name;
        }
        if (!name.startsWith(VERSIONS)) {
            return name;
        }
        int slash = name.indexOf('/', VERSIONS.length());
        return slash < 0 ? name : name.substring(slash + 1);
    }

    /** What follows the last dot of a path, in lower case; empty if nothing does. */
    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Where the known library lies, or our own, to which the classes of a folder belong; empty if it is neither. */
    static String libraryOf(String folder) {
        if (folder.equals(OURS)) {
            return OURS;
        }
        for (String library : KNOWN_LIBRARIES) {
            if (folder.startsWith(library)) {
                return library;
            }
        }
        return "";
    }
}
