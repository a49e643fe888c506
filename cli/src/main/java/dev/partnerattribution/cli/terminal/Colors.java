package dev.partnerattribution.cli.terminal;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The words that decide in their color, where somebody looks at them or asks for it by {@code --color}. */
public final class Colors {
    /** What a word means. */
    public enum Tone {
        GOOD("32"),
        DOUBTFUL("33"),
        BAD("31"),
        NOTED("36");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** When there are colors. */
    public enum When {
        ALWAYS(Ansi.ON),
        NEVER(Ansi.OFF),
        /** On a terminal that shows them, unless {@code NO_COLOR} is set. */
        AUTO(Ansi.AUTO);

        private final Ansi ansi;

        When(Ansi ansi) {
            this.ansi = ansi;
        }

        /** Applies to this command line and those below it. */
        public void applyTo(CommandLine line) {
            line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        }
    }

    /** For who has no terminal. */
    public static final Colors NONE = new Colors(false);

    private final boolean enabled;

    private Colors(boolean enabled) {
        this.enabled = enabled;
    }

    /** Those of what this command prints. */
    public static Colors of(CommandLine line) {
        return new Colors(line.getColorScheme().ansi().enabled());
    }

    /** Returns the word in the color of this tone; as it is where there are no colors. */
    public String paint(String word, Tone tone) {
        return enabled ? "\u001b[" + tone.code + "m" + word + "\u001b[0m" : word;
    }
}
