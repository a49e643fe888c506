import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests by JUnit and writes how each ended, one a line. Arguments: the jars of the tests as in a class path, a pattern of the names
 * of their classes, the file to write, and the unique IDs of the tests to run; all of these classes without any.
 */
public final class PublishedTestsProgram implements TestExecutionListener {
    private final Map<String, String> ends = new ConcurrentSkipListMap<>();

    public static void main(String[] arguments) throws IOException {
        List<DiscoverySelector> tests = new ArrayList<>();
        for (String id : List.of(arguments).subList(3, arguments.length)) {
            tests.add(selectUniqueId(id));
        }
        if (tests.isEmpty()) {
            for (String jar : arguments[0].split(File.pathSeparator)) {
                tests.addAll(selectClasspathRoots(Set.of(Path.of(jar))));
            }
        }
        PublishedTestsProgram results = new PublishedTestsProgram();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(tests)
                                .filters(ClassNameFilter.includeClassNamePatterns(arguments[1]))
                                .build(),
                        results);
        List<String> lines = new ArrayList<>();
        results.ends.forEach((test, end) -> lines.add(end + " " + test));
        Files.write(Path.of(arguments[2]), lines);
        System.exit(0); // tests leave threads behind
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            ends.put(test.getUniqueId(), result.getStatus().toString());
            result.getThrowable().ifPresent(Throwable::printStackTrace);
        }
    }
}
