package dev.partnerattribution.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URL;

/** Refers to a method of the JDK that sends something, by what can be sent elsewhere itself. */
final class SerializableCaller {
    private SerializableCaller() {}

    interface Opener extends Serializable {
        InputStream open(URL url) throws IOException;
    }

    static Opener opener() {
        return URL::openStream;
    }
}
