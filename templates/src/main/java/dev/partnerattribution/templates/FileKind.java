package dev.partnerattribution.templates;

/** What a file is, by what it holds. Only the first two are templates. */
public enum FileKind {
    ARM_TEMPLATE("an ARM template"),
    BICEP("a Bicep file"),
    CREATE_UI_DEFINITION("a createUiDefinition, which describes the portal's form and holds no resources"),
    VIEW_DEFINITION("a viewDefinition, which describes a managed application's page and holds no resources"),
    PARAMETERS("a parameters file, which holds values for a template and no resources"),
    /** A zip; what is in it counts as files of their own. */
    PACKAGE("a zip package, whose files can be checked but not stamped"),
    OTHER("not a template"),
    /** Meant as a template, as far as one can tell, but not to be read. */
    UNREADABLE("not readable");

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** Whether it can hold resources. */
    public boolean isTemplate() {
        return this == ARM_TEMPLATE || this == BICEP;
    }

    /** As it reads after "this file is". */
    public String description() {
        return description;
    }
}
