package dev.partnerattribution.cli.doctor.detecting;

import dev.partnerattribution.cli.doctor.scanning.Contents;
import dev.partnerattribution.cli.doctor.signature.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library that a client is, as an application has it on board.
 *
 * @param version null if it is not on board, says none, or belongs to the JDK
 * @param relocation the package that was put before its names; empty if none was
 * @param where its archive; empty if it is not on board
 */
record Library(@Nullable String version, String relocation, String where) {
    /** Of several copies one that was not moved, the first of them. */
    static Library of(Client client, List<Contents> contents) {
        Library moved = null;
        for (Contents each : contents) {
            String relocation = each.clients().get(client);
            if (relocation != null) {
                Library library = new Library(each.versionOf(client.coordinates()), relocation, each.name());
                if (relocation.isEmpty()) {
                    return library;
                }
                moved = moved == null ? library : moved;
            }
        }
        return moved == null ? new Library(null, "", "") : moved;
    }

    boolean isMoved() {
        return !relocation.isEmpty();
    }
}
