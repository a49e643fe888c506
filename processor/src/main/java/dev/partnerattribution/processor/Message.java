package dev.partnerattribution.processor;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** One thing to say to whoever compiles. {@link Messages} holds them all. */
record Message(Diagnostic.Kind kind, String text, Place place) {

    void printTo(Messager messager) {
        messager.printMessage(kind, text, place.type(), place.annotation(), place.value());
    }
}
