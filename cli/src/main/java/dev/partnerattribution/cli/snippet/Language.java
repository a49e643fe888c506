package dev.partnerattribution.cli.snippet;

import java.util.Locale;

/** The tools and languages there is a snippet for; users write the names in lower case. */
enum Language {
    TERRAFORM("tf"),
    PYTHON("py"),
    DOTNET("cs"),
    POWERSHELL("ps1"),
    GO("go"),
    JAVASCRIPT("js"),
    JAVA("java");

    private final String extension;

    Language(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /** As picocli shows it and completes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
