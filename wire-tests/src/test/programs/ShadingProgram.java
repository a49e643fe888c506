import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.shade.DefaultShader;
import org.apache.maven.plugins.shade.ShadeRequest;
import org.apache.maven.plugins.shade.relocation.Relocator;
import org.apache.maven.plugins.shade.relocation.SimpleRelocator;
import org.apache.maven.plugins.shade.resource.ServicesResourceTransformer;

/** The Maven Shade plugin's own code. Three arguments for each jar to make: it; what goes into it; what is relocated, as {@code from=to}. */
public final class ShadingProgram {
    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < arguments.length; i += 3) {
            shade(arguments[i], arguments[i + 1], arguments[i + 2]);
        }
    }

    private static void shade(String target, String content, String relocations) throws Exception {
        Set<File> jars = new LinkedHashSet<>();
        for (String jar : content.split(File.pathSeparator)) {
            jars.add(new File(jar));
        }
        List<Relocator> relocators = new ArrayList<>();
        for (String relocation : relocations.split(",")) {
            String[] names = relocation.split("=");
            relocators.add(new SimpleRelocator(names[0], names[1], null, null));
        }
        ShadeRequest request = new ShadeRequest();
        request.setUberJar(new File(target));
        request.setJars(jars);
        request.setFilters(List.of());
        request.setRelocators(relocators);
        request.setResourceTransformers(List.of(new ServicesResourceTransformer()));
        new DefaultShader().shade(request);
    }
}
