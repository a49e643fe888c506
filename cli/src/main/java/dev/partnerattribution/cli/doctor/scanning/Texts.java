package dev.partnerattribution.cli.doctor.scanning;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.useragent.ArmHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What constants and text files are searched for. */
final class Texts {
    private static final int LONGEST_HOST = 253;

    /** Stands in each template, and nobody sends it a request. It looks like a region. */
    private static final String SCHEMAS = "schema.management.azure.com";

    /** Programs that send requests to Azure Resource Manager. */
    private static final Set<String> TOOLS = Set.of(
            "az", "azd", "terraform", "tofu", "pulumi", "ansible", "ansible-playbook", "packer", "pwsh", "powershell");

    private static final Set<String> EXECUTABLES = Set.of(".exe", ".cmd", ".bat", ".ps1");
    private static final int LONGEST_COMMAND = 1_000;

    private Texts() {}

    /** The tracking IDs in a text, as they stand there. */
    static List<String> trackingIds(String text) {
        if (!text.contains("pid-") && !text.contains("PID-")) {
            return List.of();
        }
        return TrackingId.findAll(text);
    }

    /** The hosts of Azure Resource Manager in a text, in time that grows with its length only. */
    static List<String> armHosts(String text) {
        List<String> hosts = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            int dots = 0;
            for (; end < text.length() && isOfHost(text.charAt(end)); end++) {
                dots += text.charAt(end) == '.' ? 1 : 0;
            }
            if (dots >= 2 && end - start <= LONGEST_HOST) {
                addIfArm(text.substring(start, end).toLowerCase(Locale.ROOT), hosts);
            }
            start = end + 1;
        }
        return hosts;
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    private static void addIfArm(String host, List<String> hosts) {
        if (!host.equals(SCHEMAS) && ArmHosts.known().contains(host)) {
            hosts.add(host);
        }
    }

    /** The tool that a text starts if it is a command, or its first word; null if it is none. */
    static @Nullable String tool(String text) {
        String command = text.length() > LONGEST_COMMAND ? "" : text.strip();
        int end = command.indexOf(' ');
        String word = end < 0 ? command : command.substring(0, end);
        String file = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        int dot = file.indexOf('.');
        boolean executable = dot > 0 && EXECUTABLES.contains(file.substring(dot));
        String name = executable ? file.substring(0, dot) : file;
        return TOOLS.contains(name) ? name : null;
    }
}
