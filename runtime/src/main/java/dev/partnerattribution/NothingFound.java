package dev.partnerattribution;

import java.util.List;

/** Nobody gave a tracking ID. Says so where one was asked for: by starting an agent, or by an annotation. */
final class NothingFound {
    private NothingFound() {}

    static void report(List<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            if (MainClass.isAnnotated(loader)) {
                Stderr.once(
                        "off: " + MainClass.name() + " is annotated with @PartnerAttribution, but was compiled without "
                                + "its processor: add partner-attribution-processor to the annotation processor path "
                                + "(from JDK 23 on, a processor on the class path alone does not run; Maven's "
                                + "maven-compiler-plugin takes annotationProcessorPaths from its version 3.5 on only: "
                                + "Maven 3.8 brings 3.1)");
                return;
            }
        }
        if (System.getProperty(Source.AGENT_OPTIONS) != null) {
            Stderr.once("off: no tracking ID was given: start with -javaagent:...=guid=<GUID>, set "
                    + "PARTNER_ATTRIBUTION_GUID, or annotate the main class with @PartnerAttribution");
        }
    }
}
