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

/** The Maven Shade plugin's own code. Arguments: the jar to make; what goes into it; what is relocated, as {@code from=to}. */
public final class ShadingProgram {
    public static void main(String[] arguments) throws Exception {
        Set<File> jars = new LinkedHashSet<>();
        for (String jar : arguments[1].split(File.pathSeparator)) {
            jars.add(new File(jar));
        }
        List<Relocator> relocators = new ArrayList<>();
        for (String relocation : arguments[2].split(",")) {
            String[] names = relocation.split("=");
            relocators.add(new SimpleRelocator(names[0], names[1], null, null));
        }
        ShadeRequest request = new ShadeRequest();
        request.setUberJar(new File(arguments[0]));
        request.setJars(jars);
        request.setFilters(List.of());
        request.setRelocators(relocators);
        request.setResourceTransformers(List.of(new ServicesResourceTransformer()));
        new DefaultShader().shade(request);
    }
}
