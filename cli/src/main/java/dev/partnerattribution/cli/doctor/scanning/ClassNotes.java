package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.cli.doctor.signature.Client;
import dev.partnerattribution.cli.doctor.signature.Sdk;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Notes what a class file says. */
final class ClassNotes {
    private static final String CONFIGURATION = "dev/partnerattribution/AttributionConfiguration";
    private static final String ANNOTATION = "Ldev/partnerattribution/PartnerAttribution;";
    private static final String POLICY = "dev/partnerattribution/azure/AttributionPolicy";

    /** What calls of the JDK's clients become where a program is woven. */
    private static final String WOVEN = "dev/partnerattribution/woven/weave/program/";

    /** The generated builders of the management libraries, each of which makes a pipeline of its own. */
    private static final Pattern GENERATED_BUILDER = Pattern.compile("com/azure/resourcemanager/.+ClientBuilder");

    private static final Pattern SETTING =
            Pattern.compile("partner\\.attribution\\.[a-z-]+|PARTNER_ATTRIBUTION_[A-Z_]+");

    private final Contents contents;

    /** Those of the classes named so far, most of which many others name too. */
    private final Map<String, List<Client>> clientsOf = new HashMap<>();

    ClassNotes(Contents contents) {
        this.contents = contents;
    }

    /** By its name alone: what is a landmark. */
    void noteName(String className) {
        contents.classes++;
        contents.policyProvider |= className.equals(POLICY + "Provider");
        for (Client client : Client.ALL) {
            String relocation = client.relocation(className);
            if (relocation != null) {
                contents.clients.merge(client, relocation, ClassNotes::shorter);
            }
        }
        for (Sdk sdk : Sdk.ALL) {
            String relocation = sdk.relocation(className);
            if (relocation != null) {
                contents.sdks.merge(sdk, relocation, ClassNotes::shorter);
            }
        }
    }

    /** Of a library and its relocated copy, the former counts. */
    private static String shorter(String one, String other) {
        return one.length() <= other.length() ? one : other;
    }

    /** What its code names. */
    void note(ClassFile file, String where) throws IOException {
        String name = file.name().replace('/', '.');
        if (file.implementsInterface(CONFIGURATION)) {
            noteConfiguration(file, name, where);
            return;
        }
        if (file.isAnnotatedWith(ANNOTATION)) {
            contents.annotated.add(name);
        }
        noteClasses(file, name);
        for (String text : file.strings()) {
            noteText(text, name);
        }
    }

    private void noteConfiguration(ClassFile file, String name, String where) throws IOException {
        Map<String, String> texts = file.constantTexts();
        contents.configurations.add(new Configuration(
                name,
                texts.getOrDefault("annotatedClass", name),
                texts.getOrDefault("TRACKING_ID", ""),
                texts.getOrDefault("PARTNER", ""),
                where));
    }

    private void noteClasses(ClassFile file, String name) throws IOException {
        Set<String> named = file.classes();
        for (String other : named) {
            for (Client client : clientsOf.computeIfAbsent(other, ClassNotes::clientsBehind)) {
                contents.use(client, name);
            }
            if (other.startsWith("com/azure/")) {
                noteAzureCore(other, name);
            }
        }
        if (named.contains(POLICY)) {
            contents.policyUsers.add(name);
        }
        if (named.contains(WOVEN + "ChildProcesses")
                || (named.contains("java/lang/Runtime") && file.calls("java/lang/Runtime", "exec"))) {
            contents.use(Client.CHILD_PROCESSES, name);
        }
        if (named.contains(WOVEN + "UrlConnections")
                || (named.contains("java/net/URL")
                        && (file.calls("java/net/URL", "openStream")
                                || file.calls("java/net/URL", "openConnection")))) {
            contents.use(Client.HTTP_URL_CONNECTION, name);
        }
    }

    private static List<Client> clientsBehind(String className) {
        return Client.ALL.stream()
                .filter(client -> client != Client.AZURE_CORE && client.isUsedThrough(className))
                .toList();
    }

    private void noteAzureCore(String other, String name) {
        if (Client.AZURE_CORE.isUsedThrough(other)
                || GENERATED_BUILDER.matcher(other).matches()) {
            contents.pipelineBuilders.add(name);
        }
        if (Sdk.AZURE_CORE.isNamed(other)) {
            contents.managementUsers.add(name);
        }
    }

    private void noteText(String text, String name) {
        Texts.armHosts(text).forEach(host -> contents.armHosts.add(new Evidence(host, name, true)));
        Texts.trackingIds(text).forEach(id -> contents.trackingIds.add(new Evidence(id, name, true)));
        String tool = Texts.tool(text);
        if (tool != null) {
            contents.tools.add(new Evidence(tool, name, true));
        }
        if (text.regionMatches(true, 0, "partner", 0, "partner".length())
                && SETTING.matcher(text).matches()) {
            contents.settings.add(new Evidence(text, name, true));
        }
    }
}
