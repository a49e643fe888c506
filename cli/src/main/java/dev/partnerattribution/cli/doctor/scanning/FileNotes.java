package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.cli.doctor.signature.Terraform;
import dev.partnerattribution.weave.WeaveOptions;
import dev.partnerattribution.weave.Weaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Notes what a file of an archive or folder says, whatever kind of file it is. */
final class FileNotes {
    /** No compiler makes a larger class file that anyone would want. */
    static final int LONGEST_CLASS = 16 << 20;

    static final int LONGEST_TEXT = 8 << 20;

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";
    private static final String CONFIGURATIONS = SERVICES + "dev.partnerattribution.AttributionConfiguration";
    private static final String PROVIDERS = SERVICES + "com.azure.core.http.policy.AfterRetryPolicyProvider";
    private static final String OUR_PROVIDER = "dev.partnerattribution.azure.AttributionPolicyProvider";

    private static final Set<String> TEXTS = Set.of(
            "tf",
            "tfvars",
            "json",
            "bicep",
            "bicepparam",
            "properties",
            "yml",
            "yaml",
            "xml",
            "conf",
            "toml",
            "env",
            "sh",
            "ps1",
            "cmd",
            "bat",
            "groovy",
            "kts",
            "txt");

    private final Contents contents;
    private final ClassNotes classes;
    private final LibraryClasses libraries;

    private String lastFolder = "";
    private boolean lastFolderIsKnown;

    FileNotes(Contents contents, LibraryClasses libraries) {
        this.contents = contents;
        this.libraries = libraries;
        this.classes = new ClassNotes(contents);
    }

    /** Notes what the path alone says. */
    void notePath(String path) {
        String className = Names.ofEntry(path);
        if (className != null) {
            classes.noteName(className);
        }
    }

    /** How many bytes of this file are worth reading; 0 if none. */
    int longest(String path) {
        String className = Names.ofEntry(path);
        if (className != null) {
            return isOfKnownLibrary(className) ? 0 : LONGEST_CLASS;
        }
        String name = Names.withoutRoot(path);
        boolean read = name.equals(MANIFEST) || name.equals(CONFIGURATIONS) || name.equals(PROVIDERS) || isText(name);
        return read ? LONGEST_TEXT : 0;
    }

    /** Most classes lie in the folder of the one before. */
    private boolean isOfKnownLibrary(String className) {
        String folder = LibraryClasses.folder(className);
        if (!folder.equals(lastFolder)) {
            lastFolder = folder;
            lastFolderIsKnown = libraries.have(folder);
        }
        return lastFolderIsKnown;
    }

    private static boolean isText(String name) {
        boolean descriptive = name.startsWith("META-INF/") && !isPom(name) && !name.startsWith("META-INF/resources/");
        return !descriptive && TEXTS.contains(Names.extension(name));
    }

    private static boolean isPom(String name) {
        return name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties");
    }

    /** @throws IOException if it is not what its name says, or is cut off */
    void note(String path, byte[] bytes) throws IOException {
        String where = contents.name + "!/" + path;
        String name = Names.withoutRoot(path);
        if (Names.ofEntry(path) != null) {
            classes.note(ClassFile.of(bytes), where);
        } else if (name.equals(MANIFEST)) {
            contents.manifest = new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } else if (name.equals(CONFIGURATIONS)) {
            lines(bytes).forEach(contents.registered::add);
        } else if (name.equals(PROVIDERS)) {
            contents.policyProviderRegistered |= lines(bytes).anyMatch(OUR_PROVIDER::equals);
        } else if (name.endsWith(Weaver.PROPERTIES)) {
            Properties woven = properties(bytes);
            String id = woven.getProperty(WeaveOptions.TRACKING_ID);
            contents.wovenOptions = id == null ? "" : WeaveOptions.TRACKING_ID + "=" + id;
            contents.wovenRoutes.addAll(
                    List.of(woven.getProperty(WeaveOptions.ROUTES, "").split(" ")));
        } else if (isPom(name)) {
            notePom(bytes);
        } else {
            noteText(where, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** The same for a file that lies in a folder, whose path says nothing of where its package begins. */
    void noteLoose(String path, byte[] bytes) throws IOException {
        if (!path.endsWith(".class")) {
            int metaInf = path.lastIndexOf("META-INF/");
            note(metaInf < 0 ? path : path.substring(metaInf), bytes);
            return;
        }
        ClassFile file = ClassFile.of(bytes);
        classes.noteName(file.name());
        if (!isOfKnownLibrary(file.name())) {
            classes.note(file, contents.name + "/" + path);
        }
    }

    private static Stream<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }

    private void notePom(byte[] bytes) throws IOException {
        Properties pom = properties(bytes);
        String version = pom.getProperty("version");
        if (version != null) {
            contents.versions.put(pom.getProperty("groupId") + ":" + pom.getProperty("artifactId"), version);
        }
    }

    private static Properties properties(byte[] bytes) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes));
        return properties;
    }

    private void noteText(String where, String text) {
        Texts.armHosts(text).stream()
                .distinct()
                .forEach(host -> contents.armHosts.add(new Evidence(host, where, false)));
        Texts.trackingIds(text).stream()
                .distinct()
                .forEach(id -> contents.trackingIds.add(new Evidence(id, where, false)));
        Terraform terraform = where.endsWith(".tf") ? Terraform.of(where, text) : null;
        if (terraform != null) {
            contents.terraform.add(terraform);
        }
    }
}
