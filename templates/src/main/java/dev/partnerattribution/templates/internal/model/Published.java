package dev.partnerattribution.templates.internal.model;

import java.util.List;

/**
 * The templates that a file publishes as template specs.
 *
 * @param templates those that stand in the file
 * @param elsewhere where a template spec stands whose template does not stand in the file
 * @param nothingElse whether the file deploys nothing but template specs
 */
public record Published(List<Model> templates, List<Integer> elsewhere, boolean nothingElse) {
    static final Published NOTHING = new Published(List.of(), List.of(), false);
}
