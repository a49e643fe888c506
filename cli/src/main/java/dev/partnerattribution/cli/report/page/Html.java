package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.terminal.Markup;
import dev.partnerattribution.internal.diagnostics.Sanitizer;

/** Puts markup together. What comes from receipts goes in by {@link #foreign} and {@link #text} only. */
final class Html {
    private final StringBuilder markup = new StringBuilder();

    /** Markup of our own. */
    Html raw(String own) {
        markup.append(own);
        return this;
    }

    /** Text of our own, which may hold markup characters. */
    Html text(String text) {
        return raw(Markup.escaped(text));
    }

    /**
     * Text of somebody else, which stays by itself: right-to-left letters in it don't reorder what is around it. A line may
     * break behind a slash.
     */
    Html foreign(String text) {
        return raw("<bdi>" + Markup.escaped(Sanitizer.shown(text)).replace("/", "/<wbr>") + "</bdi>");
    }

    /** An element that holds only a text of our own. */
    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
