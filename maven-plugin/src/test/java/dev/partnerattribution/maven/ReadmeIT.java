package dev.partnerattribution.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerattribution.testkit.ArmExtension;
import dev.partnerattribution.testkit.JavaProgram;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.ProgramResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who pastes what the README has into a small project of his own, which says nothing of any plugin yet, builds a program
 * that is attributed, whatever plugins his Maven would take by itself.
 */
class ReadmeIT {
    private static final String PID = "pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73";
    private static final String CLASS_PATH = "class-path.txt";
    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.contoso</groupId>
                <artifactId>deploy-tool</artifactId>
                <version>1</version>
                <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <maven.compiler.source>17</maven.compiler.source>
                    <maven.compiler.target>17</maven.compiler.target>
                </properties>
                <dependencies>
                    <dependency>
                        <groupId>com.azure.resourcemanager</groupId>
                        <artifactId>azure-resourcemanager-resources</artifactId>
                        <version>2.54.1</version>
                        <exclusions>
                            <exclusion>
                                <groupId>com.azure</groupId>
                                <artifactId>azure-core-http-netty</artifactId>
                            </exclusion>
                        </exclusions>
                    </dependency>
                    <dependency>
                        <groupId>com.azure</groupId>
                        <artifactId>azure-core-http-jdk-httpclient</artifactId>
                        <version>1.1.7</version>
                    </dependency>
                    %s
                </dependencies>
                <build><plugins>%s</plugins></build>
            </project>
            """;
    private static final String DEPLOYMENT =
            """
            package com.contoso;

            import com.azure.core.credential.AccessToken;
            import com.azure.core.management.AzureEnvironment;
            import com.azure.core.management.profile.AzureProfile;
            import com.azure.resourcemanager.resources.ResourceManager;
            import java.time.OffsetDateTime;
            import java.util.Map;
            import reactor.core.publisher.Mono;

            final class Deployment {
                static void run(String endpoint) {
                    AzureEnvironment here = new AzureEnvironment(Map.of("resourceManagerEndpointUrl", endpoint,
                            "managementEndpointUrl", endpoint));
                    ResourceManager.authenticate(
                                    request -> Mono.just(new AccessToken("token", OffsetDateTime.now().plusHours(1))),
                                    new AzureProfile("tenant", "%s", here))
                            .withDefaultSubscription()
                            .resourceGroups().define("readme").withRegion("westeurope").create();
                    System.exit(0);
                }
            }
            """;

    @RegisterExtension
    static final ArmExtension extension = ArmExtension.create();

    @TempDir
    Path project;

    @ParameterizedTest
    @MethodSource("dev.partnerattribution.maven.Maven#all")
    void the_lines_of_the_readme_make_a_program_that_is_attributed(Maven maven) throws Exception {
        write("pom.xml", POM.formatted((Object[]) Documented.dependencyAndProcessor()));
        write("src/main/java/com/contoso/Deployment.java", DEPLOYMENT.formatted(LoopbackArm.SUBSCRIPTION_ID));
        write(
                "src/main/java/com/contoso/DeployTool.java",
                "package com.contoso;\n\n" + Documented.annotatedClass("Deployment.run(args[0]);"));
        LocalRepository.at(project.resolve("repository"));

        String log = maven.run(
                project,
                project.resolve("repository"),
                "package",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=" + CLASS_PATH);

        assertThat(log).contains(maven + " ", "BUILD SUCCESS");
        LoopbackArm arm = extension.arm();
        ProgramResult result = JavaProgram.mainClass("com.contoso.DeployTool")
                .classPath(classPath())
                .jvmArguments(arm.jvmArguments())
                .arguments(arm.endpoint().toString())
                .run()
                .orFail();
        assertThat(result.stderr()).doesNotContain("partner-attribution");
        assertThat(arm.requests().writes().assertAttributedTo(PID)).hasSize(1);
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Path> classPath() throws IOException {
        String libraries = Files.readString(project.resolve(CLASS_PATH)).strip();
        return Stream.concat(
                        Stream.of(project.resolve("target/deploy-tool-1.jar")),
                        Stream.of(libraries.split(File.pathSeparator, -1)).map(Path::of))
                .toList();
    }
}
