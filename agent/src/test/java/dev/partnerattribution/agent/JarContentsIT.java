package dev.partnerattribution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exactly what is in the jar: everything in it may meet a program that we know nothing of. */
class JarContentsIT {
    private static final Path JAR = Path.of(System.getProperty("agent.jar"));
    private static final long MEGABYTE = 1_000_000;
    private static final int JAVA_8 = 52;
    private static final int CLASS_FILE = 0xcafebabe;
    private static final LocalDateTime BUILT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final List<String> VISIBLE =
            List.of("AgentClassLoader", "Attach", "Launcher", "Question", "RunningJvms", "StderrLine");
    private static final List<String> INSIDE = List.of(
            "agent/beside/ApacheHttpAsyncClient5Route",
            "agent/beside/ApacheHttpClient4Stamper",
            "agent/beside/ApacheHttpClient5Stamper",
            "agent/beside/ClientCorePolicy",
            "agent/beside/OkHttpStamper",
            "agent/beside/ReactorNettyStamper",
            "agent/beside/VertxStamper",
            "agent/inside/Address",
            "agent/inside/AnswerHook",
            "agent/inside/ApacheHttp2Client5Hook",
            "agent/inside/ApacheHttpAsyncClient4AnswerHook",
            "agent/inside/ApacheHttpAsyncClient4Hook",
            "agent/inside/ApacheHttpAsyncClient5AnswerHook",
            "agent/inside/ApacheHttpAsyncClient5Hook",
            "agent/inside/ApacheHttpAsyncClient5RouteHook",
            "agent/inside/ApacheHttpClient4AnswerHook",
            "agent/inside/ApacheHttpClient4Hook",
            "agent/inside/ApacheHttpClient5AnswerHook",
            "agent/inside/ApacheHttpClient5Hook",
            "agent/inside/ApplicationView",
            "agent/inside/AttachReport",
            "agent/inside/AttemptHook",
            "agent/inside/AttributionByLoader",
            "agent/inside/AzureCoreHook",
            "agent/inside/Beside",
            "agent/inside/Beside$1",
            "agent/inside/Beside$Neighbour",
            "agent/inside/ByIdentity",
            "agent/inside/ByIdentity$Key",
            "agent/inside/Bytes",
            "agent/inside/ChildProcessHook",
            "agent/inside/ChildReceipts",
            "agent/inside/ClientCoreHook",
            "agent/inside/ClientReceipts",
            "agent/inside/Code",
            "agent/inside/ConstantPool",
            "agent/inside/Decision",
            "agent/inside/Decision$Configured",
            "agent/inside/Descriptor",
            "agent/inside/Faults",
            "agent/inside/Faults$1",
            "agent/inside/FromTheStart",
            "agent/inside/Handover",
            "agent/inside/Hook",
            "agent/inside/HttpUrlConnectionAnswerHook",
            "agent/inside/HttpUrlConnectionAttemptHook",
            "agent/inside/HttpUrlConnectionHook",
            "agent/inside/InFlightRequests",
            "agent/inside/InFlightRequests$1",
            "agent/inside/InFlightRequests$Added",
            "agent/inside/InFlightRequests$InFlight",
            "agent/inside/Instrumented",
            "agent/inside/JavaNetHttpAnswerHook",
            "agent/inside/JavaNetHttpAttemptHook",
            "agent/inside/JavaNetHttpHook",
            "agent/inside/JavaNetHttpSenderHook",
            "agent/inside/LibraryHook",
            "agent/inside/LibraryHook$1",
            "agent/inside/LibraryHook$Stampers",
            "agent/inside/MethodEntry",
            "agent/inside/MovedCode",
            "agent/inside/MovedFrames",
            "agent/inside/OkHttpAnswerHook",
            "agent/inside/OkHttpHook",
            "agent/inside/OkHttpHttp2Hook",
            "agent/inside/Opcodes",
            "agent/inside/OutsideLoading",
            "agent/inside/PipelineHook",
            "agent/inside/PolicyInsertion",
            "agent/inside/PolicyInterface",
            "agent/inside/ReactorNettyAnswerHook",
            "agent/inside/ReactorNettyHook",
            "agent/inside/Repeats",
            "agent/inside/RequestHook",
            "agent/inside/StackMap",
            "agent/inside/Unknown",
            "agent/inside/UrlHook",
            "agent/inside/VertxAnswerHook",
            "agent/inside/VertxHook",
            "azure/AttributionPolicy",
            "receipts/AppendedFile",
            "receipts/AsciiBuffer",
            "receipts/BoundedQueue",
            "receipts/ChildStart",
            "receipts/DetachedThread",
            "receipts/Exchange",
            "receipts/Journal",
            "receipts/JsonLine",
            "receipts/MemoryBudget",
            "receipts/NameHasher",
            "receipts/NameHasher$1",
            "receipts/PathSegments",
            "receipts/PendingPipelineRequests",
            "receipts/PipelineReceipts",
            "receipts/Receipt",
            "receipts/ReceiptFile",
            "receipts/Receipts",
            "receipts/ReceiptSanitizer",
            "receipts/Recording",
            "receipts/Recording$Event",
            "receipts/ResourcePath",
            "receipts/StampOutcome",
            "receipts/Summary",
            "receipts/Summary$1",
            "receipts/Summary$Count",
            "receipts/ThisJvm",
            "receipts/Timestamp",
            "receipts/Unanswered",
            "receipts/UnderReported",
            "receipts/WorkSignal",
            "AgentStart",
            "AnnotatedProgram",
            "ArmHosts",
            "Ascii",
            "Attribution",
            "AttributionCache",
            "AttributionCache$Entry",
            "AttributionConfiguration",
            "CallingClasses",
            "ChildEnvironment",
            "ChildJvms",
            "ChildVariables",
            "Configurations",
            "Forecast",
            "ForeignIds",
            "ForeignProperties",
            "InvalidTrackingIdException",
            "MainClass",
            "Misplaced",
            "NothingFound",
            "OffReason",
            "OwnRights",
            "PartnerAttribution",
            "ProgramClasses",
            "ProgramClasses$Question",
            "Quote",
            "ReceiptOptions",
            "Route",
            "ServiceVariables",
            "Settings",
            "SharedProperties",
            "Source",
            "SourcedId",
            "Stamp",
            "Stamp$Stamped",
            "Sanitizer",
            "Stderr",
            "Stderr$Printing",
            "SystemProperties",
            "SystemProperties$Unreadable",
            "TrackingId",
            "TrackingIdFault",
            "UnknownArmHost",
            "UnknownOption",
            "UserAgentTokens",
            "Variables",
            "Verbose");

    private static Map<ZipEntry, byte[]> entries;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void read() throws IOException {
        entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(JAR))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry, in.readAllBytes());
            }
        }
        files = new TreeMap<>();
        entries.forEach((entry, content) -> {
            if (!entry.isDirectory()) {
                files.put(entry.getName(), content);
            }
        });
    }

    @Test
    void the_jar_holds_exactly_these_files() {
        Stream<String> others = Stream.of("META-INF/LICENSE", "META-INF/MANIFEST.MF", "META-INF/NOTICE");
        Stream<String> visible = VISIBLE.stream().map(name -> "dev/partnerattribution/agent/" + name + ".class");
        Stream<String> inside = INSIDE.stream().map(name -> "inside/dev/partnerattribution/" + name + ".classdata");

        assertThat(files.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(others, visible, inside)
                        .flatMap(names -> names)
                        .toList());
    }

    @Test
    void an_application_sees_a_few_classes_and_none_of_anyone_else() {
        assertThat(files.keySet().stream().filter(name -> name.endsWith(".class")))
                .hasSameSizeAs(VISIBLE)
                .allMatch(name -> name.startsWith("dev/partnerattribution/agent/"));
    }

    @Test
    void the_directories_are_those_of_the_files() {
        assertThat(entries.keySet().stream().filter(ZipEntry::isDirectory).map(ZipEntry::getName))
                .allSatisfy(directory -> assertThat(files.keySet()).anyMatch(name -> name.startsWith(directory)));
    }

    @Test
    void the_license_and_who_made_it_are_named() {
        assertThat(new String(files.get("META-INF/LICENSE"), UTF_8)).contains("Apache License");
        assertThat(new String(files.get("META-INF/NOTICE"), UTF_8)).contains("Partner Attribution for Java");
    }

    /** Boot-Class-Path would cost class-data sharing. Retransforming is for classes that are loaded before the agent. */
    @Test
    void the_manifest_names_the_ways_to_start_and_nothing_more() throws IOException {
        Attributes manifest =
                new Manifest(new ByteArrayInputStream(files.get("META-INF/MANIFEST.MF"))).getMainAttributes();

        assertThat(manifest.getValue("Premain-Class")).isEqualTo(Launcher.class.getName());
        assertThat(manifest.getValue("Agent-Class")).isEqualTo(Launcher.class.getName());
        assertThat(manifest.getValue("Main-Class")).isEqualTo(Attach.class.getName());
        assertThat(manifest.keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "Manifest-Version",
                        "Created-By",
                        "Java-Version",
                        "Build-Jdk-Spec",
                        "Implementation-Title",
                        "Implementation-Version",
                        "Premain-Class",
                        "Agent-Class",
                        "Can-Retransform-Classes",
                        "Main-Class");
    }

    @Test
    void the_jar_has_at_most_three_tenths_of_a_megabyte() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(MEGABYTE * 3 / 10);
    }

    @Test
    void every_class_of_ours_runs_on_java_8() {
        List<String> classes =
                files.keySet().stream().filter(name -> name.contains(".class")).toList();

        assertThat(classes).hasSize(VISIBLE.size() + INSIDE.size());
        assertThat(classes)
                .allSatisfy(name -> assertThat(majorVersion(files.get(name))).isEqualTo(JAVA_8));
    }

    private static int majorVersion(byte[] classFile) {
        ByteBuffer header = ByteBuffer.wrap(classFile);
        assertThat(header.getInt()).isEqualTo(CLASS_FILE);
        return header.getInt() & 0xffff;
    }

    @Test
    void every_entry_has_the_same_time_so_that_two_builds_make_the_same_bytes() {
        assertThat(entries.keySet())
                .allSatisfy(entry -> assertThat(entry.getTimeLocal()).isEqualTo(BUILT));
    }
}
