package dev.partnerattribution.wire;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The classes that take minutes begin first, so that at the end none of them is left to run alone. Of the two threads of
 * JUnit's pool one takes them from the front and the other from the back, so they stand at both ends.
 */
public final class LongestFirst implements ClassOrderer {
    private static final List<String> LONG = List.of(
            "ClientsIT",
            "OtherAgentsIT",
            "AzureCoreVersionsIT",
            "ReceiptsIT",
            "StrangeClientsIT",
            "ResourceManagerIT",
            "ChildEnvironmentIT",
            "WovenClientsIT",
            "PublishedTestsIT",
            "ForeignLocksIT",
            "TomcatRedeployIT",
            "BadInputIT",
            "WovenArchivesIT",
            "ChildLoadersIT",
            "UrlsIT",
            "ProxyIT");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor descriptor) {
        int place = LONG.indexOf(descriptor.getTestClass().getSimpleName());
        if (place < 0) {
            return LONG.size();
        }
        return place % 2 == 0 ? place : 2 * LONG.size() - place;
    }
}
