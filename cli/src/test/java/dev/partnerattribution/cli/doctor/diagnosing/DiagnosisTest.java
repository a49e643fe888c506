package dev.partnerattribution.cli.doctor.diagnosing;

import static dev.partnerattribution.cli.doctor.diagnosing.Applications.GUID;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.OTHER_GUID;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.SERVICE;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.annotated;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.attributed;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.azureCore;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.azureSdk;
import static dev.partnerattribution.cli.doctor.diagnosing.Applications.withRuntimeJar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.cli.doctor.detecting.Certainty;
import dev.partnerattribution.cli.doctor.detecting.Coverage;
import dev.partnerattribution.cli.doctor.detecting.Way;
import dev.partnerattribution.cli.doctor.diagnosing.Diagnosis.Verdict;
import dev.partnerattribution.internal.options.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of applications, each put together for one answer. */
class DiagnosisTest {
    private static final String WITH_HOST =
            """
            package com.contoso;
            public final class Raw {
                public static void main(String[] args) throws Exception {
                    new java.net.URL("https://management.azure.com/subscriptions").openConnection();
                }
            }
            """;

    private static final String BY_SOCKET =
            """
            package com.contoso;
            public final class BySocket {
                static Object open() throws Exception { return new java.net.Socket("management.azure.com", 443); }
            }
            """;

    @TempDir
    Path folder;

    private Report report(Archive archive) {
        return Report.of(archive.writeTo(folder.resolve("app.jar")));
    }

    private Report underAgent(Archive archive, String options) {
        return Report.of(archive.writeTo(folder.resolve("app.jar")).toString(), options);
    }

    @Test
    void an_annotated_program_with_the_runtime_jar_is_attributed() {
        Report report = report(attributed());

        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(report.text())
                .contains("as pid-" + GUID, "@PartnerAttribution of com.contoso.Tool", "2.57.0 on azure-core 1.57.0");
        assertThat(report.conflicts()).isEmpty();
    }

    @Test
    void the_same_without_the_runtime_jar_is_told_what_to_add() {
        Report report =
                report(azureSdk().classes("", annotated("Tool", GUID)).file(SERVICE, "com.contoso.ToolAttribution"));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(report.diagnosis().trackingId()).hasToString("pid-" + GUID);
        assertThat(report.text())
                .contains("<artifactId>partner-attribution-runtime</artifactId>")
                .contains("java -javaagent:partner-attribution-agent.jar -jar ");
    }

    @Test
    void a_program_that_knows_nothing_of_it_needs_an_id_and_one_of_the_two() {
        Report report = report(azureSdk());

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(report.way("Azure SDK").coverageInWords()).isEqualTo("runtime jar or agent");
        assertThat(report.text()).contains("its way to Azure Resource Manager is not covered, and no tracking ID");
        assertThat(underAgent(azureSdk(), "guid=" + GUID).verdict()).isEqualTo(Verdict.ATTRIBUTED);
    }

    @Test
    void a_mistake_in_the_agents_options_is_told_as_the_agent_would() {
        Report report = underAgent(azureSdk(), "guid=" + GUID.substring(1));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(report.text()).contains("off: agent option guid", "31 hexadecimal digits");
        assertThat(underAgent(azureSdk(), "guid=" + GUID + ",opt-out").conflicts())
                .containsExactly("attribution is off: opted out by agent option opt-out");
    }

    @Test
    void a_route_that_the_options_leave_out_is_not_covered() {
        Archive raw = new Archive().classes("", WITH_HOST);

        assertThat(underAgent(raw, "guid=" + GUID).verdict()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(underAgent(raw, "guid=" + GUID + ",routes=-http-url-connection")
                        .verdict())
                .isEqualTo(Verdict.NOT_ATTRIBUTED);
    }

    @Test
    void raw_requests_count_where_the_code_names_azure_and_are_only_possible_elsewhere() {
        Way likely = report(new Archive().classes("", WITH_HOST)).way("java.net.HttpURLConnection");
        Report elsewhere = report(new Archive().classes("", WITH_HOST.replace("management.azure.com", "example.test")));

        assertThat(likely.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(likely.route()).isEqualTo(Route.HTTP_URL_CONNECTION);
        assertThat(likely.coverageInWords()).isEqualTo("agent");
        assertThat(likely.where()).containsExactly("com.contoso.Raw");
        assertThat(elsewhere.verdict()).isEqualTo(Verdict.NO_WAY);
        assertThat(elsewhere.way("java.net.HttpURLConnection").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void who_names_azure_and_sends_by_no_known_client_is_not_covered() {
        Report report = underAgent(new Archive().classes("", BY_SOCKET), "guid=" + GUID);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(report.way("a client that is not known").where()).containsExactly("com.contoso.BySocket");
        assertThat(report.way("a client that is not known").coverageInWords()).isEqualTo("nothing");
        assertThat(report.text()).contains("partner-attribution emulate");
    }

    /** A facade, whose transport is on board. */
    @Test
    void who_names_azure_and_sends_by_a_facade_takes_the_client_that_is_on_board() {
        String facade =
                """
                package com.contoso;
                public final class ByFacade {
                    static Object open() { return Facade.get("https://management.azure.com/subscriptions"); }
                    static final class Facade { static Object get(String url) { return url; } }
                }
                """;
        Archive archive = new Archive().classes("", facade).named("okhttp3/OkHttpClient");

        assertThat(underAgent(archive, "guid=" + GUID).verdict()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(report(archive).ways()).containsExactly("OkHttp");
        assertThat(report(archive).verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
    }

    /** The JDK's clients are always on board, so that only its name tells of such a facade. */
    @Test
    void who_sends_by_a_facade_of_the_jdks_clients_takes_these() {
        assertThat(waysBy("feign.Feign")).containsExactly("java.net.HttpURLConnection");
        assertThat(waysBy("cn.hutool.http.HttpRequest")).containsExactly("java.net.HttpURLConnection");
        assertThat(waysBy("com.google.api.client.http.javanet.NetHttpTransport"))
                .containsExactly("java.net.HttpURLConnection");
        assertThat(waysBy("org.springframework.web.client.RestTemplate")).containsExactly("java.net.HttpURLConnection");
        assertThat(waysBy("org.springframework.web.client.RestClient")).containsExactly("java.net.http.HttpClient");
        assertThat(waysBy("kong.unirest.core.Unirest")).containsExactly("java.net.http.HttpClient");
    }

    private List<String> waysBy(String facade) {
        int end = facade.lastIndexOf('.');
        String library = "package %s; public class %s { public static Object get(String url) { return url; } }"
                .formatted(facade.substring(0, end), facade.substring(end + 1));
        String caller =
                """
                package com.contoso;
                public final class Caller {
                    static Object get() { return %s.get("https://management.azure.com/subscriptions"); }
                }
                """
                        .formatted(facade);
        String file = "com/contoso/Caller.class";
        return report(new Archive().file(file, Archive.compiled(library, caller).get(file)))
                .ways();
    }

    /** The address may stand in a file of settings. */
    @Test
    void a_resource_that_names_azure_is_as_good() {
        Archive archive = new Archive()
                .classes("", WITH_HOST.replace("management.azure.com", "example.test"))
                .file("application.yml", "arm:\n  url: https://management.chinacloudapi.cn/\n");

        assertThat(report(archive).ways()).containsExactly("java.net.HttpURLConnection");
    }

    @Test
    void tools_that_the_code_starts_are_a_way() {
        String shell =
                """
                package com.contoso;
                public final class Shell {
                    static Process run(String... words) throws Exception { return new ProcessBuilder(words).start(); }
                }
                """;
        String deploy =
                """
                package com.contoso;
                public final class Deploy {
                    static void all() throws Exception { Shell.run("terraform", "apply"); }
                }
                """;

        Way way = report(new Archive().classes("", shell, deploy)).way("child processes");
        assertThat(way.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(way.where()).containsExactly("com.contoso.Shell");
        assertThat(report(new Archive().classes("", shell))
                        .way("child processes")
                        .certainty())
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void pipelines_made_by_hand_need_the_agent_or_the_policy() {
        String builder =
                """
                package com.azure.core.http;
                public final class HttpPipelineBuilder { public HttpPipelineBuilder policies(Object... any) { return this; } }
                """;
        String policy = "package dev.partnerattribution.azure; public final class AttributionPolicy {}";
        String manager = "package com.azure.resourcemanager; public final class Manager {}";
        String byHand =
                """
                package com.contoso;
                public final class ByHand {
                    Object manager = new com.azure.resourcemanager.Manager();
                    Object pipeline = new com.azure.core.http.HttpPipelineBuilder().policies();
                }
                """;
        Archive without = withRuntimeJar(azureSdk()).classes("", builder, policy, manager, byHand);
        Archive with = withRuntimeJar(azureSdk())
                .classes(
                        "",
                        builder,
                        policy,
                        manager,
                        byHand.replace("policies()", "policies(new dev.partnerattribution.azure.AttributionPolicy())"));

        Way uncovered = report(without).way("pipelines");
        assertThat(uncovered.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(uncovered.coverageInWords()).isEqualTo("agent");
        assertThat(uncovered.inEffect()).isFalse();
        assertThat(report(without).text()).contains(".addPolicy(new AttributionPolicy())");
        assertThat(report(with).way("pipelines").inEffect()).isTrue();
    }

    @Test
    void a_version_older_than_what_was_tested_is_covered_by_nothing() {
        Archive old = new Archive()
                .pom("io.projectreactor.netty", "reactor-netty", "0.8.23.RELEASE")
                .named("reactor/netty/http/client/HttpClient")
                .classes(
                        "",
                        "package reactor.netty.http.client; public interface HttpClient {}",
                        """
                        package com.contoso;
                        public final class Raw {
                            reactor.netty.http.client.HttpClient client;
                            Object of(Object any) {
                                return ((reactor.netty.http.client.HttpClient) any).equals("https://management.azure.com");
                            }
                        }
                        """);

        Way way = report(old).way("reactor-netty");
        assertThat(way.coverageInWords()).isEqualTo("nothing");
        assertThat(way.remark()).contains("0.8.23.RELEASE is too old", "0.9.0");
    }

    @Test
    void a_newer_one_is_covered_with_a_remark() {
        Archive archive = azureCore("2.0.0").named("com/azure/resourcemanager/AzureResourceManager");

        Way way = report(archive).way("Azure SDK");
        assertThat(way.coverage()).contains(Coverage.AGENT);
        assertThat(way.remark()).contains("newer than what was tested");
    }

    @Test
    void a_moved_library_is_covered_by_the_agent_alone() {
        Archive moved = new Archive()
                .named(
                        "com/contoso/shaded/com/azure/core/http/HttpPipeline",
                        "com/contoso/shaded/com/azure/resourcemanager/Azure");

        Way way = report(moved).way("Azure SDK");

        assertThat(way.coverageInWords()).isEqualTo("agent");
        assertThat(way.route()).isEqualTo(Route.AZURE_CORE);
        assertThat(way.remark()).contains("com.contoso.shaded.com.*, where only the agent finds it");
    }

    @Test
    void what_an_older_version_is_built_on_may_be_covered() {
        String source =
                """
                package com.contoso;
                public final class OnVertx {
                    static final String[] HOST = {"management.azure.com"};
                }
                """;
        Archive vertx = new Archive().pom("io.vertx", "vertx-core", "3.9.16").named("io/vertx/core/http/HttpClient");

        Way way = report(vertx.classes("", source)).way("Vert.x");

        assertThat(way.coverageInWords()).isEqualTo("agent");
        assertThat(way.route()).isEqualTo(Route.NETTY_4);
        assertThat(way.remark()).contains("by Netty");
    }

    @Test
    void what_no_jvm_sends_is_covered_by_nothing() {
        Report report = report(new Archive().named("com/pulumi/azurenative/Provider"));

        assertThat(report.way("Pulumi").coverageInWords()).isEqualTo("nothing");
        assertThat(report.text()).contains("partner-attribution env bash --guid <GUID>");
    }

    @Test
    void of_two_annotated_classes_the_main_class_counts_and_without_one_neither() {
        Archive two = withRuntimeJar(azureSdk())
                .classes("", annotated("One", GUID))
                .classes("", annotated("Two", OTHER_GUID))
                .file(SERVICE, "com.contoso.OneAttribution\ncom.contoso.TwoAttribution\n");

        Report neither = report(two);
        assertThat(neither.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(neither.conflicts()).hasSize(1).first().asString().contains("com.contoso.One", "com.contoso.Two");
        Report main = report(two.manifest("Main-Class: com.contoso.Two"));
        assertThat(main.diagnosis().trackingId()).hasToString("pid-" + OTHER_GUID);
        assertThat(main.verdict()).as(main.text()).isEqualTo(Verdict.ATTRIBUTED);
    }

    @Test
    void an_annotation_that_nothing_was_generated_from_is_told() {
        Report report = report(withRuntimeJar(azureSdk()).classes("", annotated("Tool", GUID)[0]));

        assertThat(report.conflicts())
                .containsExactly(
                        "com.contoso.Tool is annotated with @PartnerAttribution, but nothing was generated from it");
        assertThat(report.text()).contains("partner-attribution-processor");
    }

    @Test
    void service_files_that_were_lost_when_jars_were_merged_are_told() {
        Report report = report(azureSdk()
                .named("dev/partnerattribution/azure/AttributionPolicyProvider")
                .classes("", annotated("Tool", GUID)));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_ATTRIBUTED);
        assertThat(report.conflicts()).hasSize(3);
        assertThat(report.text()).contains("inside, but not found", "ServicesResourceTransformer");
        assertThat(report(azureSdk().file(SERVICE, "com.contoso.Gone")).conflicts())
                .containsExactly("a service file names com.contoso.Gone, and there is no such class");
    }

    @Test
    void another_tracking_id_in_code_or_resources_is_a_conflict_and_the_same_is_none() {
        String code =
                """
                package com.contoso;
                public final class Agent { Object agent = "contoso/1 pid-%s"; }
                """;
        assertThat(report(attributed().classes("", code.formatted(OTHER_GUID))).conflicts())
                .containsExactly("it names another tracking ID, pid-" + OTHER_GUID);
        assertThat(report(attributed().file("azuredeploy.json", "{\"name\": \"pid-" + OTHER_GUID + "\"}"))
                        .conflicts())
                .containsExactly("it names another tracking ID, pid-" + OTHER_GUID);
        assertThat(report(attributed()
                                .classes("", code.formatted(GUID))
                                .file(
                                        "azuredeploy.json",
                                        "{\"name\": \"PID-" + GUID.toUpperCase(java.util.Locale.ROOT) + "\"}"))
                        .verdict())
                .isEqualTo(Verdict.ATTRIBUTED);
        Report sample = report(attributed().file("readme.txt", "pid-b6addd8f-5ff4-4fc0-a2b5-0ec7861106c4"));
        assertThat(sample.verdict()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(sample.notes()).hasSize(1).first().asString().contains("sample on Microsoft's page");
    }

    @Test
    void terraform_competes_where_nobody_tells_it_the_id() {
        String file = "provider \"azurerm\" {\n  features {}\n  # partner_id = \"x\"\n%s}\n";

        assertThat(report(attributed().file("main.tf", file.formatted(""))).conflicts())
                .containsExactly("Terraform sends an ID of its own, because this file gives it none");
        assertThat(underAgent(attributed().file("main.tf", file.formatted("")), "")
                        .conflicts())
                .isEmpty();
        assertThat(report(attributed().file("main.tf", file.formatted("partner_id = \"" + OTHER_GUID + "\"\n")))
                        .conflicts())
                .containsExactly("Terraform sends another tracking ID, " + OTHER_GUID);
        for (String good : new String[] {
            "partner_id = \"" + GUID + "\"\n",
            "partner_id = \"pid-" + GUID + "\"\n",
            "disable_terraform_partner_id = true\n"
        }) {
            assertThat(report(attributed().file("main.tf", file.formatted(good)))
                            .verdict())
                    .as(good)
                    .isEqualTo(Verdict.ATTRIBUTED);
        }
    }

    @Test
    void an_executable_jar_of_spring_boot_is_looked_into() {
        Archive boot = new Archive()
                .manifest(
                        "Main-Class: org.springframework.boot.loader.launch.JarLauncher",
                        "Start-Class: com.contoso.Two")
                .named("org/springframework/boot/loader/launch/JarLauncher")
                .classes("BOOT-INF/classes/", annotated("One", GUID))
                .classes("BOOT-INF/classes/", annotated("Two", OTHER_GUID))
                .file("BOOT-INF/classes/" + SERVICE, "com.contoso.OneAttribution\ncom.contoso.TwoAttribution\n")
                .nested("BOOT-INF/lib/azure.jar", azureSdk())
                .nested("BOOT-INF/lib/runtime.jar", withRuntimeJar(new Archive()));

        Report report = report(boot);
        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(report.diagnosis().trackingId()).hasToString("pid-" + OTHER_GUID);
        assertThat(report.text()).contains("    in BOOT-INF/lib/azure.jar\n");
    }

    /** It opens URLs, by which it finds the archives within: none of them is at Azure. */
    @Test
    void what_starts_an_executable_jar_is_not_the_application() {
        for (String starting : List.of(
                "org.springframework.boot.loader",
                "org.eclipse.jdt.internal.jarinjarloader",
                "com.simontuffs.onejar")) {
            String launcher =
                    """
                    package %s;
                    public final class Launcher {
                        public static void main(String[] args) throws Exception {
                            new java.net.URL("jar:file:app.jar!/").openConnection();
                        }
                    }
                    """
                            .formatted(starting);
            Archive executable = new Archive()
                    .manifest("Main-Class: " + starting + ".Launcher")
                    .classes("", launcher)
                    .classes("", BY_SOCKET);

            Report report = underAgent(executable, "guid=" + GUID);

            assertThat(report.ways()).as(starting).containsExactly("a client that is not known");
            assertThat(report.verdict()).as(starting).isEqualTo(Verdict.NOT_ATTRIBUTED);
        }
    }

    @Test
    void an_ear_is_looked_into_two_archives_deep() {
        Archive war = new Archive().classes("WEB-INF/classes/", WITH_HOST).nested("WEB-INF/lib/azure.jar", azureSdk());
        Path ear = new Archive().nested("web.war", war).writeTo(folder.resolve("app.ear"));

        assertThat(Report.of(ear).ways())
                .containsExactly("Azure SDK for Java: its managers", "java.net.HttpURLConnection");
    }

    @Test
    void a_class_path_and_the_manifest_of_a_jar_lead_to_further_jars() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        azureSdk().writeTo(lib.resolve("azure.jar"));
        withRuntimeJar(new Archive()).writeTo(folder.resolve("runtime.jar"));
        Path thin = new Archive()
                .manifest("Class-Path: lib/azure.jar missing.jar thin.jar", "Main-Class: com.contoso.Tool")
                .classes("", annotated("Tool", GUID))
                .file(SERVICE, "com.contoso.ToolAttribution")
                .writeTo(folder.resolve("thin.jar"));
        String separator = java.io.File.pathSeparator;

        assertThat(Report.of(thin).ways()).containsExactly("Azure SDK for Java: its managers");
        Report report = Report.of(thin + separator + folder.resolve("runtime.jar") + separator + lib + "/*", null);
        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.ATTRIBUTED);
        assertThat(report.diagnosis().archives()).isEqualTo(3);
    }

    @Test
    void a_folder_of_classes_and_jars_is_one_application() throws IOException {
        for (var file : Archive.compiled(annotated("Tool", GUID)).entrySet()) {
            Path path = folder.resolve("app/classes").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.createDirectories(folder.resolve("app/classes/META-INF/services"));
        Files.writeString(folder.resolve("app/classes").resolve(SERVICE), "com.contoso.ToolAttribution");
        Files.createDirectories(folder.resolve("app/lib"));
        withRuntimeJar(azureSdk()).writeTo(folder.resolve("app/lib/azure.jar"));

        Report report = Report.of(folder.resolve("app"));
        assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.ATTRIBUTED);
    }

    private static final String DEPLOYER =
            """
            package org.eclipse.contoso;
            public final class Deployer {
                public static void main(String[] args) throws Exception {
                    var uri = java.net.URI.create("https://management.azure.com/subscriptions");
                    var request = java.net.http.HttpRequest.newBuilder(uri).build();
                    java.net.http.HttpClient.newHttpClient()
                            .send(request, java.net.http.HttpResponse.BodyHandlers.discarding());
                }
            }
            """;

    /** Packages of known libraries, such as org.eclipse, hold applications as well. */
    @Test
    void an_application_in_a_package_of_known_libraries_is_read() throws IOException {
        Archive alone = new Archive().classes("", DEPLOYER);
        Archive unpacked = new Archive()
                .manifest("Main-Class: org.eclipse.contoso.Deployer")
                .classes("", DEPLOYER)
                .named("org/slf4j/Logger", "io/netty/channel/Channel", "dev/partnerattribution/TrackingId");
        Path classes = folder.resolve("classes/org/eclipse/contoso");
        Files.createDirectories(classes);
        Files.write(
                classes.resolve("Deployer.class"),
                Archive.compiled(DEPLOYER).get("org/eclipse/contoso/Deployer.class"));

        for (Path application : List.of(
                alone.writeTo(folder.resolve("alone.jar")),
                unpacked.writeTo(folder.resolve("unpacked.jar")),
                folder.resolve("classes"))) {
            assertThat(Report.of(application).ways()).as(application.toString()).contains("java.net.http.HttpClient");
        }
    }

    /** One may have a field of that type, or read such annotations, without being annotated. */
    @Test
    void a_class_that_only_names_the_annotation_is_not_annotated() {
        Archive archive = withRuntimeJar(azureSdk())
                .classes(
                        "",
                        """
                        package com.contoso;
                        public final class Reader {
                            private dev.partnerattribution.PartnerAttribution annotation;
                        }
                        """);

        assertThat(Report.of(archive.writeTo(folder.resolve("app.jar"))).conflicts())
                .isEmpty();
    }

    @Test
    void who_has_annotated_the_main_class_is_not_told_to_annotate_it() {
        Archive archive = withRuntimeJar(azureSdk()).classes("", annotated("Tool", GUID)[0]);

        Report report = Report.of(archive.writeTo(folder.resolve("app.jar")));

        assertThat(report.conflicts()).singleElement().asString().contains("nothing was generated from it");
        assertThat(report.text()).contains("set PARTNER_ATTRIBUTION_GUID=").doesNotContain("annotate its main class");
    }
}
