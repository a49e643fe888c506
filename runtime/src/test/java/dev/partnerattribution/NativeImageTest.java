package dev.partnerattribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a native executable is told that this jar looks up by reflection. */
class NativeImageTest {
    private static final String FILE =
            "/META-INF/native-image/dev.partnerattribution/partner-attribution-runtime/reflect-config.json";

    static List<Object> types() throws Exception {
        try (InputStream in = NativeImageTest.class.getResourceAsStream(FILE);
                JsonReader reader = JsonProviders.createReader(in)) {
            return reader.readArray(JsonReader::readUntyped);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    @SuppressWarnings("unchecked") // as the file has it
    void each_type_and_method_is_there(Map<String, Object> type) throws Exception {
        Class<?> there = Class.forName((String) type.get("name"));
        List<Map<String, Object>> methods = (List<Map<String, Object>>) type.get("methods");

        assertThat(methods).isNotEmpty().allSatisfy(method -> assertThat(executables(there))
                .anyMatch(each -> name(each).equals(method.get("name"))
                        && parameters(each).equals(method.get("parameterTypes"))));
    }

    private static Stream<Executable> executables(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()));
    }

    private static String name(Executable executable) {
        return executable instanceof Constructor ? "<init>" : executable.getName();
    }

    private static List<String> parameters(Executable executable) {
        return Arrays.stream(executable.getParameterTypes()).map(Class::getName).toList();
    }
}
