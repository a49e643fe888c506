package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.internal.options.Route;
import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of libraries, and how they compare to those that a route is known to cover. */
public final class Versions {
    private static final Pattern KNOWN = Pattern.compile("versions (\\S+) to (\\S+)");

    private Versions() {}

    /** The version in the name of a jar of this artifact, such as {@code okhttp-4.12.0.jar}; null if it is another's. */
    static @Nullable String ofFile(String artifact, String file) {
        Matcher matcher = Pattern.compile(Pattern.quote(artifact) + "-(\\d[\\w.+-]*)\\.jar")
                .matcher(file);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** What the version makes doubtful; null if it is among those that were tested, or not known, or the JDK's. */
    public static @Nullable Doubt doubtOf(Route route, @Nullable String version) {
        Matcher known = KNOWN.matcher(route.versions());
        if (version == null || !known.matches()) {
            return null;
        }
        if (compare(version, known.group(1)) < 0) {
            return Doubt.OLDER;
        }
        return compare(version, known.group(2)) > 0 ? Doubt.NEWER : null;
    }

    private static int compare(String one, String other) {
        try {
            return Version.parse(plain(one)).compareTo(Version.parse(plain(other)));
        } catch (IllegalArgumentException e) {
            return 0; // nothing can be said of a version that is no number
        }
    }

    private static String plain(String version) {
        return version.replaceFirst("[.-](RELEASE|Final|GA)$", "");
    }

    /** How a version lies outside of those that were tested. */
    public enum Doubt {
        OLDER,
        NEWER
    }
}
