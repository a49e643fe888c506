package dev.partnerattribution.weave;

import org.jspecify.annotations.Nullable;

/**
 * What was done with a class, or could not be, for one route.
 *
 * @param type the class, by its name with slashes
 * @param route its label, by which an operator switches it off; {@code any} where it is not known
 * @param problem why a request of this class may go out without the tracking ID, in words; null if it was woven
 */
public record Note(String type, String route, @Nullable String problem) {}
