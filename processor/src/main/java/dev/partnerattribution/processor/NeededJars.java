package dev.partnerattribution.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jars beside the processor's own: who puts jars onto a path by hand may have forgotten them. */
final class NeededJars {
    /** The jar by a class that it holds. */
    private static final Map<String, String> BY_CLASS = new LinkedHashMap<>();

    static {
        BY_CLASS.put("dev.partnerattribution.TrackingId", "partner-attribution-runtime");
        BY_CLASS.put("dev.partnerattribution.templates.Template", "partner-attribution-templates");
        BY_CLASS.put("com.palantir.javapoet.JavaFile", "com.palantir.javapoet:javapoet");
        BY_CLASS.put("com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.core:jackson-core");
    }

    private NeededJars() {}

    /** Those that the processor does not see. */
    static List<String> missing() {
        List<String> missing = new ArrayList<>();
        BY_CLASS.forEach((name, jar) -> {
            if (!isThere(name)) {
                missing.add(jar);
            }
        });
        return missing;
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, NeededJars.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Not among {@link Messages}, whose types are in those jars. */
    static String messageOf(List<String> missing) {
        return "[partner-attribution:missing-jars] the annotation processor path lacks what partner-attribution-processor "
                + "needs: add " + String.join(", ", missing) + " (Maven's annotationProcessorPaths and Gradle's "
                + "annotationProcessor fetch them by themselves; a -processorpath must name each)";
    }
}
