package dev.partnerattribution.cli.snippet;

import dev.partnerattribution.TrackingId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Code for one language that makes its requests carry a tracking ID, with a comment on what goes wrong otherwise. */
final class Snippet {
    private Snippet() {}

    /** Ends with a line feed. */
    static String of(Language language, TrackingId id) {
        String guid = id.guid();
        String text = read(name(language, id)).replace("{{token}}", id.token());
        return guid == null ? text : text.replace("{{guid}}", guid);
    }

    /** The file of the language; where the forms of the ID differ in more than the ID itself, there is one for each. */
    private static String name(Language language, TrackingId id) {
        String form = "";
        if (language == Language.TERRAFORM || language == Language.JAVA) {
            form = id.guid() != null ? "-guid" : "-marketplace";
        }
        return language + form + "." + language.extension() + ".txt";
    }

    private static String read(String name) {
        try (InputStream file = Snippet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
