package dev.partnerattribution.processor;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Something that a compiler said, or should say, of one file.
 *
 * @param kind error or warning
 * @param text a message of the processor, or {@link #COMPILERS_OWN}
 */
record Note(String kind, long line, long column, String text) {
    static final String TAG = "[partner-attribution:";
    static final String COMPILERS_OWN = "of the compiler";

    static Note of(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        String text = diagnostic.getMessage(Locale.ROOT);
        return new Note(
                kind,
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text.startsWith(TAG) ? text : COMPILERS_OWN);
    }

    boolean isOfProcessor() {
        return text.startsWith(TAG);
    }
}
