package dev.partnerattribution.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main -version",
                "jdk.compiler/com.sun.tools.javac.Main",
                "jdk.jartool/sun.tools.jar.Main --create --file a.jar",
                "jdk.jcmd/sun.tools.jps.Jps -l",
                "jdk.jfr/jdk.jfr.internal.tool.Main view a.jfr",
                "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
                "java.base/sun.security.tools.keytool.Main -list",
                "com.sun.tools.javac.Main -version",
                "sun.tools.jar.Main",
                "sun.tools.jps.Jps",
                "sun.security.tools.keytool.Main -help"
            })
    void the_tools_of_a_jdk_are_left_alone(String command) {
        assertThat(Launcher.isJdkTool(command)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "com.example.Main",
                "com.example.Main jdk.compiler/com.sun.tools.javac.Main",
                "com.foo/com.foo.Main",
                "com.foo",
                "app.jar --deploy",
                "jdkfoo.Main",
                "jdk.Main",
                "jdk.deploy.Main /etc/deploy.conf",
                "jdk.deploy.jar /etc/deploy.conf",
                "java.basement/com.example.Main",
                "sun.flower.Main",
                "sun.toolshed.Main",
                "com.sunny.tools.Main"
            })
    void programs_are_not_tools_whatever_they_are_called(String command) {
        assertThat(Launcher.isJdkTool(command)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.launcher.Main Program.java",
                "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Program.java"
            })
    void a_program_started_from_its_source_is_no_tool(String command) {
        assertThat(Launcher.isJdkTool(command)).isFalse();
    }
}
