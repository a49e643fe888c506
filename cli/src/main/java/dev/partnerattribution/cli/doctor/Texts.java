package dev.partnerattribution.cli.doctor;

import dev.partnerattribution.ArmHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What constants and text files are searched for. */
final class Texts {
    private static final Pattern TRACKING_ID = Pattern.compile(
            "(?i)(?<![\\w-])pid-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9][\\w.-]{0,180}?)(-partnercenter)?(?![\\w-])");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+){2,}");

    /** Stands in each template, and nobody sends it a request. It looks like a region. */
    private static final String SCHEMAS = "schema.management.azure.com";

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Programs that send requests to Azure Resource Manager. */
    private static final Set<String> TOOLS = Set.of(
            "az",
            "azd",
            "terraform",
            "tofu",
            "pulumi",
            "ansible",
            "ansible-playbook",
            "packer",
            "pwsh",
            "powershell");

    private Texts() {}

    /** The tracking IDs in a text, as they stand there. */
    static List<String> trackingIds(String text) {
        if (!text.contains("pid-") && !text.contains("PID-")) {
            return List.of();
        }
        return TRACKING_ID
                .matcher(text)
                .results()
                .filter(Texts::isWhole)
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isWhole(MatchResult found) {
        return found.group(3) != null || found.group(1).toLowerCase(Locale.ROOT).matches(UUID);
    }

    /** The hosts of Azure Resource Manager in a text. */
    static List<String> armHosts(String text) {
        List<String> hosts = new ArrayList<>();
        if (text.indexOf('.') >= 0) {
            HOST.matcher(text)
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .filter(host -> !host.equals(SCHEMAS) && ArmHosts.known().contains(host))
                    .forEach(hosts::add);
        }
        return hosts;
    }

    /** The tool that a text starts if it is a command, or its first word; null if it is none. */
    static @Nullable String tool(String text) {
        if (text.length() > 300) {
            return null;
        }
        String word = text.strip().split("\\s", 2)[0];
        String file = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        String name = file.replaceFirst("\\.(exe|cmd|bat|ps1)$", "");
        return TOOLS.contains(name) ? name : null;
    }
}
